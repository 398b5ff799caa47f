import type { SqlDialect } from '../../facts/ml.ts';
import { endOfLine } from './statement-boundary.ts';

/** A command of psql or mysql, which the client carries out itself. */
export interface ClientCommand {
  /** Where it ends, behind the data that follow it. */
  readonly end: number;
  /** How far the text was looked at for the data, where it takes any. */
  readonly reach?: number;
  /** What becomes of the statement before it: it goes on behind the command, ends, or is never sent. */
  readonly statement: 'goesOn' | 'ends' | 'dropped';
  /** What it makes the end of statements, in mysql. */
  readonly delimiter?: string;
}

/** The command behind the backslash before `offset`; undefined when there is none. */
export function clientCommandAt(text: string, offset: number, dialect: SqlDialect): ClientCommand | undefined {
  return dialect === 'postgresql' ? psqlCommand(text, offset) : mysqlCommand(text, offset);
}

const psqlWord = /[A-Za-z_]+|[^\s\w]/y;
const sending = /^(?:g|gx|gset|gexec|gdesc|crosstabview|watch)$/;
const fromStandardInput = /\bfrom\s+stdin\b/i;

function psqlCommand(text: string, offset: number): ClientCommand {
  // `\;` lets the next statement go to the server together with this one.
  if (text[offset] === ';') return { end: offset + 1, statement: 'ends' };
  psqlWord.lastIndex = offset;
  const word = psqlWord.exec(text)?.[0] ?? '';
  const end = argumentsEnd(text, offset + word.length);
  if (word.toLowerCase() === 'copy' && fromStandardInput.test(text.slice(offset, end))) {
    return { ...copyData(text, end), statement: 'goesOn' };
  }
  if (word === 'r' || word === 'reset') return { end, statement: 'dropped' };
  return { end, statement: sending.test(word) ? 'ends' : 'goesOn' };
}

/** Where the arguments of a psql command end: with the line, or at `\\`, which is not in quotes. */
function argumentsEnd(text: string, offset: number): number {
  const lineEnd = endOfLine(text, offset);
  const line = text.slice(offset, lineEnd);
  const separator = /^(?:[^\\'"`]|'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`|\\[^\\])*?\\\\/.exec(line);
  return separator === null ? lineEnd : offset + separator[0].length;
}

/** A line that ends the data of COPY, or one that begins another COPY. */
const copyEnd = /^\\\.[ \t]*\r?$|^[ \t]*\\?copy\s[^;\n]*\sfrom\s+std(?:in|out)\b/gim;

/**
 * Where the data end that follow `COPY … FROM STDIN;`: behind a line `\.`, and how far the text was looked at for that.
 * There are none where there is no such line, or where another COPY stands before it: the server refused this one.
 */
export function copyData(text: string, offset: number): { readonly end: number; readonly reach: number } {
  copyEnd.lastIndex = offset;
  const end = copyEnd.exec(text);
  if (end === null) return { end: offset, reach: Number.POSITIVE_INFINITY };
  const reach = end.index + end[0].length + 2;
  return { end: end[0].startsWith('\\.') ? end.index + 2 : offset, reach };
}

function mysqlCommand(text: string, offset: number): ClientCommand | undefined {
  switch (text[offset]) {
    case 'g':
    case 'G':
      return { end: offset + 1, statement: 'ends' };
    case 'c':
      return { end: offset + 1, statement: 'dropped' };
    case 'd': {
      const { end, delimiter } = delimiterAt(text, offset + 1);
      return { end, statement: 'goesOn', ...(delimiter !== undefined && { delimiter }) };
    }
    case '.':
    case 'u':
      return { end: endOfLine(text, offset), statement: 'goesOn' };
    case 'p':
    case 'w':
    case 'W':
    case 's':
    case 't':
      return { end: offset + 1, statement: 'goesOn' };
    default:
      return undefined;
  }
}

/** What `DELIMITER` or `\d` sets, up to the end of the line; quotes around it do not belong to it. */
export function delimiterAt(
  text: string,
  offset: number,
): { readonly end: number; readonly delimiter: string | undefined } {
  const end = endOfLine(text, offset);
  const word = /\S+/.exec(text.slice(offset, end))?.[0];
  return { end, delimiter: word && (/^(['"`])(.+)\1$/.exec(word)?.[2] ?? word) };
}
