import type { SqlDialect } from '../facts/ml.ts';
import type { Range, TextEdit } from '../text/range.ts';

/** What may say which dialect a SQL file is written in. */
export interface DialectEvidence {
  /** The person's explicit setting for this file. */
  readonly setting?: SqlDialect | undefined;
  /** Name or path of the file. */
  readonly fileName?: string | undefined;
  /** Engine of the design that governs the file, such as `aurora-mysql`. */
  readonly engine?: string | undefined;
  readonly text: string;
}

export interface DialectDecision {
  readonly dialect: SqlDialect;
  /** What decided it. */
  readonly reason: 'setting' | 'comment' | 'file name' | 'design' | 'statement';
}

const namedDialects: Readonly<Record<string, SqlDialect>> = {
  postgresql: 'postgresql',
  postgres: 'postgresql',
  'aurora-postgresql': 'postgresql',
  mysql: 'mysql',
  'aurora-mysql': 'mysql',
};

/** Decides the dialect of a SQL file: the first that speaks of setting, `-- aurora:` comment, file name, design, text. */
export function decideDialect({ setting, fileName = '', engine = '', text }: DialectEvidence): DialectDecision {
  if (setting !== undefined) return { dialect: setting, reason: 'setting' };
  const comment = readAuroraComment(text).dialect;
  if (comment !== undefined) return { dialect: comment, reason: 'comment' };
  const inName = /\.(mysql|postgresql|postgres)\.sql$/i.exec(fileName)?.[1]?.toLowerCase();
  const named = inName && namedDialects[inName];
  if (named) return { dialect: named, reason: 'file name' };
  const ofDesign = namedDialects[engine];
  if (ofDesign !== undefined) return { dialect: ofDesign, reason: 'design' };
  return { dialect: dialectOfText(text), reason: 'statement' };
}

/** What a comment line such as `-- aurora: mysql ./fraud.aurora.yaml` says; each part may be missing. */
export interface AuroraComment {
  readonly dialect?: SqlDialect;
  /** The design that governs the file, as written: a path, and behind `#` which of several designs of that file. */
  readonly design?: string;
}

/** Reads the first `-- aurora:` line of a SQL text. */
export function readAuroraComment(text: string): AuroraComment {
  const words = wordsOfComment(text).map((word) => word.text);
  const dialect = words.map((word) => namedDialects[word.toLowerCase()]).find((named) => named !== undefined);
  const design = words.find((word) => designName.test(word));
  return { ...(dialect && { dialect }), ...(design && { design }) };
}

/** Where the `-- aurora:` line of a SQL text names the file of a design. */
export function placeOfNamedDesign(text: string): Range | undefined {
  const word = wordsOfComment(text).find((one) => designName.test(one.text));
  return word && { start: word.start, end: word.start + designFileOf(word.text).path.length };
}

/** The file that the name of a design leads to, and which of its designs is meant, where it says so. */
export function designFileOf(name: string): { readonly path: string; readonly of: string | undefined } {
  const sign = name.indexOf('#');
  return sign < 0 ? { path: name, of: undefined } : { path: name.slice(0, sign), of: name.slice(sign + 1) };
}

/**
 * The edit with which a SQL text says its dialect, in its `-- aurora:` line or in a new one on top; undefined, and nothing
 * says it any more. Undefined where there is nothing to change.
 */
export function nameDialect(text: string, dialect: SqlDialect | undefined): TextEdit | undefined {
  const words = wordsOfComment(text);
  const named = words.find((one) => namedDialects[one.text.toLowerCase()] !== undefined);
  if (named !== undefined) {
    const range = rangeOf(named);
    if (dialect !== undefined) return { range, newText: dialect };
    if (words.length === 1) return { range: lineAround(text, named.start), newText: '' };
    const blanks = /^[ \t]*/.exec(text.slice(range.end))?.[0].length ?? 0;
    return { range: { start: range.start, end: range.end + blanks }, newText: '' };
  }
  const [first] = words;
  if (dialect === undefined) return undefined;
  if (first !== undefined) return { range: { start: first.start, end: first.start }, newText: `${dialect} ` };
  return newComment(text, dialect);
}

/** A line with its line break. */
function lineAround(text: string, offset: number): Range {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset) + 1, end: end < 0 ? text.length : end + 1 };
}

/** The edit with which a SQL text names the design that governs it: in its `-- aurora:` line, or in a new one on top. */
export function nameDesign(text: string, design: string): TextEdit {
  const words = wordsOfComment(text);
  const named = words.find((one) => designName.test(one.text));
  if (named !== undefined) return { range: rangeOf(named), newText: design };
  const last = words.at(-1);
  if (last !== undefined) {
    const { end } = rangeOf(last);
    return { range: { start: end, end }, newText: ` ${design}` };
  }
  return newComment(text, design);
}

/** A new `-- aurora:` line on top. */
function newComment(text: string, words: string): TextEdit {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  return { range: { start, end: start }, newText: `-- aurora: ${words}${lineBreak}` };
}

function rangeOf({ text, start }: { readonly text: string; readonly start: number }): Range {
  return { start, end: start + text.length };
}

const designName = /\.(?:ya?ml|json|template)(?:#\S+)?$/i;

/** The words behind `aurora:`, with where they begin. */
function wordsOfComment(text: string): readonly { readonly text: string; readonly start: number }[] {
  // The search for a line of this form is slow in a long text, and most have none.
  if (!/aurora:/i.test(text)) return [];
  const match = /^([ \t]*(?:--|#)[ \t]*aurora:)(.*)$/im.exec(text);
  if (match === null) return [];
  const [, before = '', words = ''] = match;
  const start = match.index + before.length;
  return [...words.matchAll(/\S+/g)].map((word) => ({ text: word[0], start: start + word.index }));
}

const signsOfMysql = [
  /\baws_comprehend_detect_sentiment/i,
  /\balias\s+aws_(?:sagemaker|bedrock)/i,
  /^[ \t]*delimiter\s/im,
  /`[^`\n]+`/,
  /\bauto_increment\b/i,
  /\bengine\s*=\s*innodb\b/i,
];
const signsOfPostgresql = [
  /\baws_(?:comprehend|sagemaker|bedrock)\./i,
  /\bcreate\s+extension\b/i,
  /::\s*[a-z]/i,
  /\$\w*\$/,
  /\blanguage\s+(?:plpg)?sql\b/i,
  /\bjsonb\b/i,
];

/** The dialect of which the text has more signs; PostgreSQL when it has as many of both. */
function dialectOfText(text: string): SqlDialect {
  const count = (signs: readonly RegExp[]) => signs.filter((sign) => sign.test(text)).length;
  return count(signsOfMysql) > count(signsOfPostgresql) ? 'mysql' : 'postgresql';
}
