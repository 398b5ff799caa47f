import { isCollection, isNode, isScalar, visit, type YAMLError } from 'yaml';
import type { Fix } from '../../../rules/finding.ts';
import { LineIndex } from '../../../text/line-index.ts';
import type { Range } from '../../../text/range.ts';
import type { YamlDocument } from '../yaml/parse-documents.ts';
import { adviceFor } from './syntax-advice.ts';

/** A place at which the text is no YAML, and what to do about it. */
export interface SyntaxProblem {
  readonly range: Range;
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** What the YAML library says is wrong with a document, one problem for each line, in words that say what to do. */
export function syntaxProblems(text: string, document: YamlDocument): readonly SyntaxProblem[] {
  const errors = [...document.errors, ...document.warnings];
  if (errors.length === 0) return [];
  const openings = openingsByEnd(
    text,
    document,
    errors.filter(isUnclosed).map(({ pos }) => pos[0]),
  );
  const lines = new LineIndex(text);
  const problems = new Map<number, SyntaxProblem>();
  for (const error of errors.sort((a, b) => a.pos[0] - b.pos[0])) {
    const { code, message, pos } = error;
    const opening = isUnclosed(error) ? openings.get(pos[0])?.pop() : undefined;
    const start = opening ?? Math.min(pos[0], text.length);
    const { line } = lines.positionAt(start);
    if (problems.has(line)) continue;
    const range = firstLine(text, { start, end: opening === undefined ? pos[1] : opening + 1 });
    problems.set(line, describe(text, range, code, message));
  }
  return [...problems.values()];
}

function isUnclosed({ message }: YAMLError): boolean {
  return /Missing closing|end with a/.test(message);
}

/** Where the quotes and brackets begin that end at one of these offsets; the innermost last. */
function openingsByEnd(text: string, document: YamlDocument, ends: readonly number[]): ReadonlyMap<number, number[]> {
  const openings = new Map<number, number[]>();
  if (ends.length === 0) return openings;
  visit(document.contents, (_key, node) => {
    if (!isNode(node) || !node.range) return;
    const [start, end, nodeEnd] = node.range;
    if (!ends.some((offset) => start <= offset && offset <= nodeEnd)) return visit.SKIP;
    const isOpened = isScalar(node) ? /["']/.test(text.charAt(start)) : isCollection(node) && node.flow === true;
    if (!isOpened) return;
    const same = openings.get(end);
    if (same === undefined) openings.set(end, [start]);
    else same.push(start);
  });
  return openings;
}

function describe(text: string, range: Range, code: string, message: string): SyntaxProblem {
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const [, key = '', value = ''] = /^([\w-]+):(\S.*)$/.exec(text.slice(range.start, range.end)) ?? [];
    if (key !== '') return missingBlank(range, key, value);
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && message.includes('compact') && !/:(\s|$)/.test(lineOf(text, range.start))) {
    return { range, message: 'The line below is indented deeper than this value, as if it went on with it: align it.' };
  }
  const fixes = code === 'TAB_AS_INDENT' ? [replaceTabs(text, range.start)] : [];
  return { range, message: adviceFor(code, message), fixes };
}

/** `name:orders` is one word to YAML. */
function missingBlank(range: Range, key: string, value: string): SyntaxProblem {
  const colon = range.start + key.length + 1;
  const edits = [{ range: { start: colon, end: colon }, newText: ' ' }];
  const fixes = [{ title: 'Write a blank behind the colon', edits }];
  return { range, message: `Write a blank behind the colon: "${key}: ${value}".`, fixes };
}

function replaceTabs(text: string, offset: number): Fix {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const blanks = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  const edits = [{ range: { start, end: start + blanks.length }, newText: blanks.replaceAll('\t', '  ') }];
  return { title: 'Replace tabs by blanks', edits };
}

/** What stands from `offset` to the end of its line. */
function lineOf(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? text.length : end);
}

/** At least one character, and nothing behind the end of the first line. */
function firstLine(text: string, { start, end }: Range): Range {
  const length = lineOf(text, start).trimEnd().length;
  const stop = Math.min(end, start + Math.max(length, 1));
  return { start, end: Math.min(Math.max(stop, start + 1), text.length) };
}
