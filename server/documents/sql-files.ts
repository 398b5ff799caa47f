import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Declaration, declarationsOf } from '@aurora-blueprint/core/sql/declarations/declarations.ts';
import { readAuroraComment } from '@aurora-blueprint/core/sql/dialect.ts';
import { type SplitText, splitText, statementsOf } from '@aurora-blueprint/core/sql/text/split-statements.ts';
import type { Statement } from '@aurora-blueprint/core/sql/text/statement.ts';
import { Steps } from '@aurora-blueprint/core/steps.ts';
import type { CancellationToken } from 'vscode-languageserver';
import { nextTurn, requestCancelled } from '../turns.ts';
import type { SqlFileAnalysis } from './analysis.ts';
import { dialectAndDesign, type Membership, type RelatedSql, type SqlFile } from './analyze-sql-file.ts';
import type { DesignInFile } from './design-in-file.ts';
import { LeftOut } from './left-out.ts';
import { headOfFile, textOfFile } from './text-of-file.ts';
import { entriesOf, sqlFile, type WorkspaceFiles } from './workspace-files.ts';

/** Most SQL files that are read, and the most characters of them: what a person keeps beside a design has less. */
const mostFiles = 1000;
const mostCharacters = 16 * 1024 * 1024;

/** How long files are looked at before others have their turn, in milliseconds. */
const longestTurn = 4;

/** Bytes at the top of a file in which it may name its design. */
const headLength = 4096;

/** With these words statements declare something. */
const declares = /\b(?:create|alter|drop|grant|revoke)\b/i;

interface KnownSqlFile extends Membership {
  /** Of an open document its version, otherwise the instant of its last change. */
  readonly version: string;
  readonly declared: readonly Declaration[];
  readonly length: number;
  /** Of an open document: from what reading goes on. */
  readonly split: SplitText | undefined;
}

/** An open SQL document. */
export interface OpenSql {
  readonly version: number;
  readonly text: string;
}

export interface SqlFilesOptions {
  readonly workspaceFiles: WorkspaceFiles;
  readonly openPaths: () => readonly string[];
  readonly open: (path: string) => OpenSql | undefined;
  /** What decides the dialect and the design of a file. */
  readonly fileOf: (path: string, text: string) => SqlFile;
  /** Called when files declare something else than before, or others belong together; it need not tell `except`. */
  readonly onNews: (except?: string) => void;
}

/**
 * What the SQL files of the workspace declare that belong together: those of one dialect that the same design governs, or
 * that lie in one folder. Read are those that have a design above them or name one, and those beside an open file.
 */
export class SqlFiles implements RelatedSql {
  readonly #options: SqlFilesOptions;
  readonly #known = new Map<string, KnownSqlFile>();
  readonly #declared = new WeakMap<Statement, readonly Declaration[]>();
  readonly #elsewhere = new Map<string, readonly Declaration[]>();
  #listed: readonly string[] | undefined;
  #looking: Steps<void> | undefined;
  #functions: RegExp | undefined;

  constructor(options: SqlFilesOptions) {
    this.#options = options;
  }

  /** Looking at the files, step by step; done at once when nothing has changed since. */
  get looking(): Steps<void> {
    this.#looking ??= new Steps(this.#lookAtAll());
    return this.#looking;
  }

  /** The same a few milliseconds at a time, so that whoever types is answered meanwhile. */
  async lookInTurns(token?: CancellationToken): Promise<void> {
    while (!this.looking.isDone) {
      const { looking } = this;
      const end = performance.now() + longestTurn;
      while (!looking.isDone && performance.now() < end) looking.step();
      await nextTurn();
      if (token?.isCancellationRequested === true) throw requestCancelled();
    }
  }

  /** Files came, went or changed on disk. */
  changed(): void {
    this.#listed = undefined;
    this.#looking = undefined;
  }

  /** A document was opened or closed: what counts of it is something else now, and what lies beside it too. */
  openedOrClosed(): void {
    this.#looking = undefined;
  }

  /** Other designs may govern files than before. */
  governedAnew(): void {
    this.#known.clear();
    this.#news();
    this.changed();
  }

  /** What the files declare that belong together with this one, each time the same list while nothing changes. */
  declaredElsewhere(path: string, membership: Membership): readonly Declaration[] {
    const key = `${groupOf(path, membership)}\n${path}`;
    const before = this.#elsewhere.get(key);
    if (before !== undefined) return before;
    const declared = this.togetherWith(path, membership).flatMap((other) => this.#known.get(other)?.declared ?? []);
    this.#elsewhere.set(key, declared);
    return declared;
  }

  /** The other files that belong together with this one. */
  togetherWith(path: string, membership: Membership): readonly string[] {
    const group = groupOf(path, membership);
    return [...this.#known].flatMap(([other, known]) =>
      other !== path && groupOf(other, known) === group ? other : [],
    );
  }

  /** Whether a text names a function that some file makes with ALIAS. */
  namesFunction(text: string): boolean {
    this.#functions ??= functionsAmong([...this.#known.values()].flatMap(({ declared }) => declared));
    return this.#functions.test(text);
  }

  /** What is known of the dialect and the design of a file. */
  membershipOf(path: string): Membership | undefined {
    return this.#known.get(path);
  }

  /** The files that a design governs. */
  governedBy(design: Pick<DesignInFile, 'path' | 'name'>): readonly string[] {
    return [...this.#known].flatMap(([path, { governing }]) => {
      return governing?.path === design.path && governing.name === design.name ? path : [];
    });
  }

  /**
   * Takes over what an open file declares now, so that those that belong together with it know; without an analysis of it
   * the file is looked at.
   */
  takeOver(path: string, analysis: SqlFileAnalysis | undefined): void {
    const before = this.#known.get(path);
    const open = this.#options.open(path);
    if (before === undefined || open === undefined) return;
    if (analysis === undefined) {
      if (this.#look(path)) this.#news(path);
      return;
    }
    const { dialect, governing, sql, text } = analysis;
    const declared = sql.statements.flatMap((statement) => statement.declared);
    const version = versionOf(open);
    const isNews = this.#note(path, { version, dialect, governing, declared, length: text.length, split: undefined });
    if (isNews) this.#news(path);
  }

  *#lookAtAll(): Generator<undefined, void, undefined> {
    const paths = new Set<string>();
    for (const path of this.#options.openPaths().filter((one) => sqlFile.test(one))) {
      paths.add(path);
      for (const other of sqlFilesIn(dirname(path))) paths.add(other);
    }
    const beside = new Set(paths);
    for (const path of this.#listed ?? (yield* this.#list())) paths.add(path);
    let hasNews = false;
    let left = mostCharacters;
    for (const path of [...paths].slice(0, mostFiles)) {
      if (left <= 0) break;
      hasNews = (beside.has(path) || this.#hasDesign(path) ? this.#look(path) : this.#forget(path)) || hasNews;
      left -= this.#known.get(path)?.length ?? 0;
      yield;
    }
    for (const path of this.#known.keys()) {
      if (!paths.has(path)) hasNews = this.#forget(path) || hasNews;
    }
    if (hasNews) this.#news();
  }

  *#list(): Generator<undefined, readonly string[], undefined> {
    const listed: string[] = [];
    for (const paths of this.#options.workspaceFiles.folders((name) => sqlFile.test(name))) {
      listed.push(...paths);
      yield;
    }
    this.#listed = listed;
    return listed;
  }

  /** Whether a design lies above a file, or the file names one in its head. */
  #hasDesign(path: string): boolean {
    if (this.#known.has(path)) return true;
    const head = headOfFile(path, headLength) ?? '';
    const file = this.#options.fileOf(path, head);
    if (file.settings.design !== undefined || readAuroraComment(head).design !== undefined) return true;
    const { governing, undecided } = dialectAndDesign(file);
    return governing !== undefined || undecided !== undefined;
  }

  /** Looks at a file if it changed; whether it says something else than before to those that belong together with it. */
  #look(path: string): boolean {
    const before = this.#known.get(path);
    const open = this.#options.open(path);
    const modified = open === undefined ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    const version = open === undefined ? `saved ${modified}` : versionOf(open);
    if (before?.version === version) return false;
    const text = open?.text ?? textOfFile(path);
    if (text === undefined) return this.#forget(path);
    const { dialect, governing } = dialectAndDesign(this.#options.fileOf(path, text));
    const split = declares.test(text) ? splitText(text, dialect, before?.split) : undefined;
    const declared = split === undefined ? [] : this.#declaredIn(split);
    return this.#note(path, { version, dialect, governing, declared, length: text.length, split: open && split });
  }

  /** Whether a file says something else now than before. */
  #note(path: string, known: KnownSqlFile): boolean {
    const before = this.#known.get(path);
    this.#known.set(path, known);
    if (before === undefined) return known.declared.length > 0;
    return groupOf(path, before) !== groupOf(path, known) || !isSame(before.declared, known.declared);
  }

  /** Forgets a file; whether it said something to others. */
  #forget(path: string): boolean {
    const declared = this.#known.get(path)?.declared ?? [];
    this.#known.delete(path);
    return declared.length > 0;
  }

  #declaredIn(split: SplitText): readonly Declaration[] {
    return statementsOf(split).flatMap(({ statement }) => {
      const known = this.#declared.get(statement) ?? declarationsOf(statement, split.dialect);
      this.#declared.set(statement, known);
      return known;
    });
  }

  #news(except?: string): void {
    this.#elsewhere.clear();
    this.#functions = undefined;
    this.#options.onNews(except);
  }
}

function versionOf({ version }: OpenSql): string {
  return `open ${version}`;
}

function groupOf(path: string, { dialect, governing }: Membership): string {
  return governing === undefined ? `${dialect} ${dirname(path)}` : `${dialect} ${governing.path}#${governing.name}`;
}

function isSame(a: readonly Declaration[], b: readonly Declaration[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => one === b[index] || JSON.stringify(one) === JSON.stringify(b[index]))
  );
}

/** What finds a call of one of the functions that these make with ALIAS; nothing where there are none. */
function functionsAmong(declared: readonly Declaration[]): RegExp {
  const names = declared.flatMap((one) => (one.kind === 'aliasFunction' ? one.signature.name : []));
  const escaped = [...new Set(names)].map((name) => name.replace(/[^\w]/g, '\\$&'));
  return escaped.length === 0 ? /(?!)/ : new RegExp(`(?<![\\w$])(?:${escaped.join('|')})(?![\\w$])`, 'i');
}

/** The SQL files of a folder, without what .gitignore names. */
function sqlFilesIn(folder: string): readonly string[] {
  const leftOut = new LeftOut();
  const files = entriesOf(folder).filter((entry) => entry.isFile() && sqlFile.test(entry.name));
  return files.map(({ name }) => join(folder, name)).filter((path) => !leftOut.file(path));
}
