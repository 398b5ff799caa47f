import { hasSqlDetails, parseSync } from 'libpg-query';
import type { ParserOpinion } from '../statement-parser/opinion.ts';

/** What PostgreSQL's own parser, compiled to WebAssembly, says of one statement. Its module has to be loaded. */
export function opinionOn(statement: string): ParserOpinion {
  try {
    parseSync(withoutNul(statement));
    return { ok: true };
  } catch (error) {
    // It ran out of memory or of stack: nothing that it says from now on counts.
    if (!hasSqlDetails(error) || error.sqlDetails === undefined) return { unknown: 'failed' };
    const { message, cursorPosition } = error.sqlDetails;
    const offset = utf16Offset(statement, cursorPosition);
    const length = tokenLength(message, statement.slice(offset));
    return { ok: false, message, offset, ...(length > 0 && { end: offset + length }) };
  }
}

/** PostgreSQL takes the sign 0 for the end of the text; another sign that means nothing takes its place. */
function withoutNul(statement: string): string {
  return statement.replaceAll('\0', '\u0001');
}

/** PostgreSQL counts places in characters: a character outside the basic plane has two UTF-16 units. */
function utf16Offset(statement: string, characters: number): number {
  let offset = 0;
  for (let count = 0; count < characters && offset < statement.length; count++) {
    offset += (statement.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** How long the token is at which the parser stopped: it ends its message with it. */
function tokenLength(message: string, rest: string): number {
  const token = / at or near "(.*)"$/s.exec(message)?.[1] ?? '';
  return rest.startsWith(token) ? token.length : 0;
}
