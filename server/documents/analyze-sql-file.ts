import { dirname } from 'node:path';
import { known } from '@aurora-blueprint/core/design/node.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import type { Declaration } from '@aurora-blueprint/core/sql/declarations/declarations.ts';
import { type DialectDecision, decideDialect, readAuroraComment } from '@aurora-blueprint/core/sql/dialect.ts';
import { mentionsAuroraMl } from '@aurora-blueprint/core/sql/mentions-aurora-ml.ts';
import { checkSyntax, noSyntaxCheck } from '@aurora-blueprint/core/sql/syntax/check-syntax.ts';
import { hasAuroraMl } from '@aurora-blueprint/core/sql/syntax/has-aurora-ml.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { SyntaxErrors } from '../settings.ts';
import type { SqlFileAnalysis } from './analysis.ts';
import type { DesignFiles } from './design-files.ts';
import type { DesignInFile } from './design-in-file.ts';
import { findGoverningDesign, type Governance, type NamedDesign } from './governing-design.ts';

/** What a person set for an SQL file. */
export interface SqlFileSettings {
  /** Undefined to decide by the file. */
  readonly dialect: SqlDialect | undefined;
  /** The design that governs it; undefined to look for one. */
  readonly design: string | undefined;
  readonly syntaxErrors: SyntaxErrors;
}

/** With which files one belongs together: those of its dialect under the same design, otherwise in the same folder. */
export interface Membership {
  readonly dialect: SqlDialect;
  readonly governing: DesignInFile | undefined;
}

/** What is known of other SQL files. */
export interface RelatedSql {
  /** Whether a text names a function that some file makes with ALIAS. */
  readonly namesFunction: (text: string) => boolean;
  /** What the files declare that belong together with this one. */
  readonly declaredElsewhere: (path: string, membership: Membership) => readonly Declaration[];
}

export interface SqlFile {
  readonly text: string;
  /** Where the file lies; undefined for a text that was never saved. */
  readonly path: string | undefined;
  readonly settings: SqlFileSettings;
  /** Folder at which the search for a governing design ends, and from which a setting names one. */
  readonly root: string | undefined;
  readonly designs: DesignFiles;
  readonly related: RelatedSql;
}

/**
 * Checks an SQL file against the design that governs it; undefined when nothing of Aurora's stands in it and nobody wants
 * to know about other files. `before` is the analysis before the last change, from which reading goes on. What parsers
 * say of its syntax is asked by whoever needs it (`ParserOpinions`).
 */
export function analyzeSqlFile(file: SqlFile, before?: SqlFileAnalysis): SqlFileAnalysis | undefined {
  const { text, settings, related } = file;
  const isOfConcern =
    settings.syntaxErrors === 'all' ||
    mentionsAuroraMl(text) ||
    readAuroraComment(text).design !== undefined ||
    related.namesFunction(text);
  return isOfConcern ? analyzeBegunSqlFile(file, before) : undefined;
}

/** The same for a text that is about to have something of Aurora's. */
export function analyzeBegunSqlFile(file: SqlFile, before?: SqlFileAnalysis): SqlFileAnalysis {
  const { text, path, settings, related } = file;
  const { dialect, reason, governing, undecided } = dialectAndDesign(file);
  const declaredElsewhere = path === undefined ? [] : related.declaredElsewhere(path, { dialect, governing });
  const sql = analyzeSql(text, { dialect, ...governing, undecided, declaredElsewhere }, before?.sql);
  const isChecked = { all: true, auroraMl: hasAuroraMl(sql), off: false }[settings.syntaxErrors];
  const syntax = isChecked ? checkSyntax(sql, before?.syntax) : noSyntaxCheck;
  return {
    kind: 'sql',
    text,
    lines: new LineIndex(text),
    dialect,
    reason,
    sql,
    syntax,
    governing,
    undecided,
    get findings() {
      return [...sql.findings, ...syntax.findings(() => undefined)];
    },
  };
}

/**
 * A file that says its dialect is governed by the nearest design of it. Otherwise the one nearest design decides the
 * dialect; where several are equally near, the statements decide, and with them which of the designs it is.
 */
export function dialectAndDesign(file: SqlFile): Governance & DialectDecision {
  const { text, path, settings, root, designs } = file;
  const stated = decideDialect({ setting: settings.dialect, fileName: path, text });
  const search = (dialect: SqlDialect | undefined): Governance =>
    path === undefined
      ? {}
      : findGoverningDesign({ sqlPath: path, root, named: namedIn(file, path), dialect, designs });
  if (stated.reason !== 'statement') return { ...stated, ...search(stated.dialect) };
  const nearest = search(undefined);
  const engine = nearest.governing?.design && known(nearest.governing.design.engine);
  const decided = decideDialect({ engine, text });
  return { ...decided, ...(nearest.governing === undefined ? search(decided.dialect) : nearest) };
}

function namedIn({ text, settings, root }: SqlFile, path: string): NamedDesign | undefined {
  if (settings.design !== undefined && root !== undefined) {
    return { named: settings.design, by: 'setting', from: root };
  }
  const { design } = readAuroraComment(text);
  return design === undefined ? undefined : { named: design, by: 'comment', from: dirname(path) };
}
