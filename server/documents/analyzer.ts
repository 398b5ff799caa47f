import { statSync } from 'node:fs';
import type { Blueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { type CheckOptions, checkingBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { checkTemplate } from '@aurora-blueprint/core/rules/check-template.ts';
import { applySeverities } from '@aurora-blueprint/core/rules/control/severity-overrides.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { beginsAuroraMl } from '@aurora-blueprint/core/sql/mentions-aurora-ml.ts';
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../settings.ts';
import { today } from '../today.ts';
import { nextTurn, requestCancelled, requestsBehindEdit } from '../turns.ts';
import type { Analysis, SqlFileAnalysis } from './analysis.ts';
import { analyzeBegunSqlFile, analyzeSqlFile, type SqlFile } from './analyze-sql-file.ts';
import { analyzeBlueprint, analyzeScenarioFile, analyzeTemplate } from './analyze-text.ts';
import type { AnalyzerOptions } from './analyzer-options.ts';
import { CommittedVersions } from './committed-versions.ts';
import { DesignFiles, mayHoldDesigns } from './design-files.ts';
import { DesignUses } from './design-uses.ts';
import { type DocumentKind, documentKind } from './document-kind.ts';
import { innermostAround, isBelow } from './folders.ts';
import { type Bearing, OpenDesigns } from './open-designs.ts';
import { OpenFiles } from './open-files.ts';
import type { ParserOpinions } from './parser-opinions.ts';
import { SqlFiles } from './sql-files.ts';
import { sqlSettingsOf } from './sql-settings.ts';
import { SqlUses } from './sql-uses.ts';
import { textOfFile } from './text-of-file.ts';
import { pathOfUri, uriOfFile } from './uri-of-file.ts';
import { mayBeFolder } from './watched-files.ts';
import { sqlFile } from './workspace-files.ts';

/** How long findings are looked for before whoever types has a turn, in milliseconds. */
const longestTurn = 4;

interface Cached {
  readonly version: number;
  /** Blueprints open beside it can change what holds for an SQL file. */
  readonly epoch: number;
  readonly analysis: Analysis | undefined;
}

/** Knows the analysis of every open document: made when it is first asked for, kept until something it rests on changes. */
export class Analyzer {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #designs: DesignFiles;
  readonly #openDesigns: OpenDesigns;
  readonly #sqlFiles: SqlFiles;
  /** Which statements use what designs have. */
  readonly uses: DesignUses;
  readonly #cache = new Map<string, Cached>();
  /** By path; the version is the instant of the last change. */
  readonly #onDisk = new Map<string, Cached>();
  readonly #listeners: ((affected: readonly TextDocument[]) => void)[] = [];
  readonly #settings: () => Settings;
  readonly #roots: () => readonly string[];
  readonly #parserOpinions: ParserOpinions;
  readonly #committed: CommittedVersions;
  #epoch = 0;

  constructor({ documents, settings, roots, workspaceFiles, parserOpinions, trusted }: AnalyzerOptions) {
    this.#documents = documents;
    this.#settings = settings;
    this.#roots = roots;
    this.#parserOpinions = parserOpinions;
    this.#committed = new CommittedVersions({
      mayAsk: () => trusted() && settings().compareWithHead,
      onNews: (uri) => this.#judgeAgain(uri),
    });
    const open = new OpenFiles(documents);
    this.#designs = new DesignFiles({
      pathsIn: (folder) => open.pathsIn(folder),
      analysisOf: (path) => {
        const uri = open.uriOf(path);
        return uri === undefined ? undefined : { analysis: this.analyze(uri) };
      },
    });
    parserOpinions.onNews((uri) => this.#notify(documents.all().filter((document) => document.uri === uri)));
    this.#openDesigns = new OpenDesigns(this.#designs);
    this.#sqlFiles = new SqlFiles({
      workspaceFiles,
      openPaths: () => open.paths,
      open: (path) => {
        const document = this.#documents.get(open.uriOf(path) ?? '');
        return document && { version: document.version, text: document.getText() };
      },
      fileOf: (path, text) => this.#sqlFile(path, text),
      onNews: (except) => this.#sqlAffected(except),
    });
    const analysisOf = (path: string) => {
      const uri = open.uriOf(path);
      const analysis = uri === undefined ? undefined : this.analyze(uri);
      return uri === undefined ? undefined : { analysis: analysis?.kind === 'sql' ? analysis : undefined };
    };
    const sqlUses = new SqlUses({ sqlFiles: this.#sqlFiles, analysisOf });
    this.uses = new DesignUses({ designs: this.#designs, sqlFiles: this.#sqlFiles, sqlUses });
    documents.onDidOpen(() => this.#sqlFiles.openedOrClosed());
    documents.onDidSave(({ document }) => this.#committed.saved(document.uri));
    documents.onDidChangeContent(({ document }) => {
      // Designs are read edit by edit: two that lie far apart, read together, would touch all that stands between them.
      if (kindOf(document) !== 'sql') this.analyze(document.uri);
      this.#designsChanged(this.#openDesigns.changed(document.uri, this.#cache.get(document.uri)?.analysis));
      this.#scenariosAffected([pathOfUri(document.uri)]);
    });
    documents.onDidClose(({ document }) => {
      this.#cache.delete(document.uri);
      this.#committed.closed(document.uri);
      this.#sqlFiles.openedOrClosed();
      this.#designsChanged(this.#openDesigns.changed(document.uri, undefined));
      this.#scenariosAffected([pathOfUri(document.uri)]);
      void this.#usesChanged();
    });
  }

  /** Ends what goes on beside the documents. */
  close(): Promise<void> {
    return this.#committed.close();
  }

  /** The analysis of an open document; undefined for one that is not open or has nothing of Aurora's. */
  analyze(uri: string): Analysis | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const known = this.#cache.get(uri);
    if (known?.version === document.version && known.epoch === this.#epoch) return known.analysis;
    const analysis = this.#analyzeDocument(document, known?.analysis);
    this.#cache.set(uri, { version: document.version, epoch: this.#epoch, analysis });
    return analysis;
  }

  /** The analysis of an open SQL document in which the first name of Aurora's is only begun: `aws_`. */
  analyzeBegunSql(uri: string): SqlFileAnalysis | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined || kindOf(document) !== 'sql' || !beginsAuroraMl(document.getText())) return undefined;
    return analyzeBegunSqlFile(this.#sqlFile(pathOfUri(uri), document.getText()));
  }

  /**
   * The analysis of an open document with its findings. They are looked for a few milliseconds at a time, so that whoever
   * types is answered meanwhile; if that changes the document, the new text counts.
   */
  async judge(uri: string, token?: CancellationToken): Promise<Analysis | undefined> {
    const document = this.#documents.get(uri);
    const isSql = document !== undefined && kindOf(document) === 'sql';
    await this.#lookAround(pathOfUri(uri), token);
    for (let judged: number | undefined; ; ) {
      const version = this.#documents.get(uri)?.version;
      // Of SQL an edit has one statement judged again: nobody who asks behind it would wait for that.
      await (isSql || version === judged ? nextTurn() : requestsBehindEdit());
      if (token?.isCancellationRequested === true) throw requestCancelled();
      if (this.#documents.get(uri)?.version !== version) continue;
      judged = version;
      const analysis = this.analyze(uri);
      const end = performance.now() + longestTurn;
      while (analysis?.checking?.isDone === false && performance.now() < end) analysis.checking.step();
      if (analysis?.checking?.isDone === false) continue;
      if (analysis?.kind === 'sql') await this.#parserOpinions.hear(uri, analysis);
      if (this.#documents.get(uri)?.version === version) return analysis;
    }
  }

  /**
   * The analysis of a file: of the open document where there is one, otherwise of what is on disk. Undefined when there
   * is no such file, it may not be read, or nothing of Aurora's stands in it.
   */
  analyzeFile(path: string): Analysis | undefined {
    const uri = uriOfFile(this.#documents, path);
    if (this.#documents.get(uri) !== undefined) return this.analyze(uri);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (modified === undefined) return undefined;
    const known = this.#onDisk.get(path);
    if (known?.version === modified && known.epoch === this.#epoch) return known.analysis;
    const text = textOfFile(path);
    if (text === undefined) return undefined;
    const analysis = this.#analyzeText(TextDocument.create(uri, '', 0, text), text, undefined);
    // What holds for SQL changes with the design that governs it, and for scenarios with the one that they name.
    if (analysis?.kind === 'sql') return this.#withOpinions(analysis);
    if (analysis?.kind === 'scenarios') return analysis;
    this.#onDisk.set(path, { version: modified, epoch: this.#epoch, analysis });
    return analysis;
  }

  /** The same with all that parsers have to say of it. */
  async judgeFile(path: string): Promise<Analysis | undefined> {
    await this.#lookAround(path);
    const analysis = this.analyzeFile(path);
    if (analysis?.kind === 'sql') await this.#parserOpinions.ask(analysis);
    return analysis;
  }

  /** Looks at what the findings of a file rest on beside it: at SQL that belongs together with it, or is governed by it. */
  async #lookAround(path: string | undefined, token?: CancellationToken): Promise<void> {
    if (path === undefined) return;
    if (sqlFile.test(path)) await this.lookAtSqlFiles(token);
    else if (mayHoldDesigns(path) && (await this.uses.look(path, token))) this.#outdate(path);
  }

  /** What SQL calls under designs may have changed: lenses and findings of those that are open follow. */
  async #usesChanged(): Promise<void> {
    for (const uri of this.#openDesigns.uris) {
      const path = pathOfUri(uri);
      if (path === undefined || !(await this.uses.look(path))) continue;
      this.#outdate(path);
      this.#notify(this.#documents.all().filter((document) => document.uri === uri));
    }
  }

  /** The other SQL files that belong together with one, as they are known by now. */
  sqlFilesTogetherWith(uri: string, analysis: SqlFileAnalysis): readonly string[] {
    const path = pathOfUri(uri);
    return path === undefined ? [] : this.#sqlFiles.togetherWith(path, analysis);
  }

  /** What is known of a file stays what reading goes on from. */
  #outdate(path: string): void {
    const uri = uriOfFile(this.#documents, path);
    for (const [cache, key] of [[this.#cache, uri] as const, [this.#onDisk, path] as const]) {
      const known = cache.get(key);
      if (known !== undefined) cache.set(key, { ...known, version: outdated });
    }
  }

  /** Looks at the SQL files that may belong together; soon done when none changed. */
  lookAtSqlFiles(token?: CancellationToken): Promise<void> {
    return this.#sqlFiles.lookInTurns(token);
  }

  /** What would be found in an open document if it had this text, without what others are asked about it. */
  check(uri: string, text: string): readonly Finding[] {
    const document = this.#documents.get(uri);
    if (document === undefined) return [];
    return this.#analyzeText(document, text, this.#cache.get(uri)?.analysis)?.findings ?? [];
  }

  /** Calls back when documents have to be judged again though nobody edited them. */
  onAffected(listener: (affected: readonly TextDocument[]) => void): void {
    this.#listeners.push(listener);
  }

  /** What holds for every document changed, such as a setting. */
  invalidate(): void {
    this.#epoch += 1;
    this.#sqlFiles.governedAnew();
    this.#notify(this.#documents.all());
  }

  /** Files changed on disk. Whether designs may have changed with them, so that something else holds for SQL files. */
  changedOnDisk(uris: readonly string[]): boolean {
    const paths = uris.flatMap((uri) => pathOfUri(uri) ?? []);
    const changed = paths.filter((path) => mayBeFolder(path) || (mayHoldDesigns(path) && this.#designs.changed(path)));
    if (changed.length > 0) this.#designsChanged('otherSql');
    this.#scenariosAffected(changed);
    if (changed.length > 0 || paths.some((path) => sqlFile.test(path))) {
      this.#sqlFiles.changed();
      void this.#usesChanged();
      if (this.#openSql().length > 0) void this.lookAtSqlFiles();
    }
    return changed.length > 0;
  }

  #openSql(): readonly TextDocument[] {
    return this.#documents.all().filter((other) => kindOf(other) === 'sql');
  }

  /** Something else holds for SQL files. What is known of them stays what reading goes on from. */
  #sqlAffected(except?: string): void {
    const affected: TextDocument[] = [];
    for (const document of this.#openSql()) {
      const known = this.#cache.get(document.uri);
      if (known === undefined || (except !== undefined && pathOfUri(document.uri) === except)) continue;
      this.#cache.set(document.uri, { ...known, version: outdated });
      affected.push(document);
    }
    this.#notify(affected);
  }

  /** Designs may say something else: open files with scenarios for them have to be read again. */
  #scenariosAffected(paths: readonly (string | undefined)[]): void {
    const isAffected = (design: string | undefined) =>
      design !== undefined && paths.some((path) => path !== undefined && (path === design || isBelow(design, path)));
    const affected = this.#documents.all().filter(({ uri }) => {
      const known = this.#cache.get(uri);
      if (known?.analysis?.kind !== 'scenarios' || !known.analysis.designPaths.some(isAffected)) return false;
      this.#cache.set(uri, { ...known, version: outdated });
      return true;
    });
    this.#notify(affected);
  }

  #designsChanged(bearing: Bearing): void {
    if (bearing === 'otherSql') this.#sqlFiles.governedAnew();
    if (bearing === 'sameSql') this.#sqlAffected();
  }

  #notify(affected: readonly TextDocument[]): void {
    if (affected.length === 0) return;
    for (const listener of this.#listeners) listener(affected);
  }

  /** `before` is the analysis before the last change, from which reading goes on. */
  #analyzeDocument(document: TextDocument, before: Analysis | undefined): Analysis | undefined {
    const analysis = this.#analyzeText(document, document.getText(), before);
    if (kindOf(document) === 'sql') {
      this.#sqlFiles.takeOver(pathOfUri(document.uri) ?? '', analysis?.kind === 'sql' ? analysis : undefined);
      if (this.#openDesigns.uris.length > 0) setImmediate(() => void this.#usesChanged());
    }
    return analysis?.kind === 'sql' ? this.#withOpinions(analysis) : analysis;
  }

  /** The analysis of an SQL file with what parsers have said until somebody looks at its findings. */
  #withOpinions(analysis: SqlFileAnalysis): SqlFileAnalysis {
    const opinions = this.#parserOpinions;
    const { rules } = this.#settings();
    return {
      ...analysis,
      get findings() {
        return applySeverities(opinions.findingsOn(analysis), rules);
      },
    };
  }

  #analyzeText(document: TextDocument, text: string, before: Analysis | undefined): Analysis | undefined {
    const { uri } = document;
    const options = () => this.#checkOptions(uri);
    switch (kindOf(document)) {
      case 'blueprint':
        return analyzeBlueprint(text, before, (read) => this.#checkingBlueprint(uri, read));
      case 'scenarios': {
        const around = { path: pathOfUri(uri), designs: this.#designs };
        return analyzeScenarioFile(text, before, (read) => checkingBlueprint(read, options()), around);
      }
      case 'cloudformation':
        return analyzeTemplate(text, before, (read) =>
          checkTemplate(read, options(), this.#committedOf(uri)?.template(uri)),
        );
      case 'sql':
        return this.#analyzeSql(uri, text, before);
      case 'other':
        return undefined;
    }
  }

  *#checkingBlueprint(uri: string, blueprint: Blueprint) {
    return yield* checkingBlueprint(blueprint, this.#checkOptions(uri), this.#committedOf(uri)?.blueprint(uri));
  }

  /** What an edit does is said while it is made: git is not asked about files that are not open. */
  #committedOf(uri: string): CommittedVersions | undefined {
    return this.#documents.get(uri) === undefined ? undefined : this.#committed;
  }

  #checkOptions(uri: string): CheckOptions {
    const { profile, rules } = this.#settings();
    const path = pathOfUri(uri) ?? '';
    const calledServices = (design: number) => this.uses.calledServices(path, design);
    return { severities: rules, asOf: today(), calledServices, ...(profile === 'auto' ? {} : { profile }) };
  }

  #analyzeSql(uri: string, text: string, before: Analysis | undefined): SqlFileAnalysis | undefined {
    const { rules } = this.#settings();
    const file = this.#sqlFile(pathOfUri(uri), text);
    const analysis = analyzeSqlFile(file, before?.kind === 'sql' ? before : undefined);
    return analysis && { ...analysis, findings: applySeverities(analysis.findings, rules) };
  }

  #sqlFile(path: string | undefined, text: string): SqlFile {
    const root =
      path === undefined
        ? undefined
        : innermostAround(
            path,
            this.#roots().flatMap((folder) => pathOfUri(folder) ?? []),
          );
    const settings = sqlSettingsOf(this.#settings(), path, root);
    return { text, path, settings, root, designs: this.#designs, related: this.#sqlFiles };
  }

  /** Something that nobody waits for is known now. */
  #judgeAgain(uri: string): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#cache.delete(uri);
    this.#notify([document]);
  }
}

/** The version of what has to be looked at again. */
const outdated = -1;

function kindOf(document: TextDocument): DocumentKind {
  return documentKind(document.uri, document.languageId, document.getText());
}
