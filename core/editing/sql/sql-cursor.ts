import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import type { Token } from '../../sql/text/token.ts';
import { scanTokens } from './scan-tokens.ts';
import type { SqlDocument } from './sql-document.ts';

/** Where a cursor stands in SQL, as far as the text before it tells: what follows may be half typed. */
export interface SqlCursor {
  readonly offset: number;
  /** The tokens of the statement up to the cursor, which cuts the last one short; their places count in the whole text. */
  readonly tokens: readonly Token[];
  /** The statement that has begun there; undefined between statements. */
  readonly statement: StatementAnalysis | undefined;
  readonly isInComment: boolean;
}

/** Reads the text of a statement up to the cursor. What opens a body there is a token, and so is each token of the body. */
export function sqlCursorAt({ text, dialect, sql }: SqlDocument, offset: number): SqlCursor {
  const statement = sql.statements.findLast((one) => one.offset <= offset);
  const end = statement === undefined ? 0 : statement.offset + statement.text.length;
  const behind = offset > end ? scanTokens(text, dialect, { start: end, end: offset }) : [];
  if (statement === undefined || behind.some(({ kind }) => kind !== 'comment')) {
    return { offset, tokens: [], statement: undefined, isInComment: isComment(behind.at(-1)) };
  }
  const tokens = scanTokens(text, dialect, { start: statement.offset, end: offset });
  return {
    offset,
    tokens: tokens.filter(({ kind }) => kind !== 'comment'),
    statement,
    isInComment: isComment(tokens.at(-1)),
  };

  /** A comment that reaches to the cursor; one of a block is over behind its last sign. */
  function isComment(last: Token | undefined): boolean {
    return last?.kind === 'comment' && last.end === offset && !last.text.endsWith('*/');
  }
}

/** The string or quoted name in which the cursor stands, with its quote still open there. */
export function openQuote({ tokens, offset }: SqlCursor): Token | undefined {
  const last = tokens.at(-1);
  return last !== undefined && !last.closed && last.end === offset ? last : undefined;
}

/** The tokens before what is being written at the cursor: without the word or text that ends there. */
export function tokensBefore({ tokens, offset }: SqlCursor): readonly Token[] {
  const last = tokens.at(-1);
  const isWriting = last?.end === offset && (last.kind === 'word' || last.kind === 'number' || !last.closed);
  return isWriting ? tokens.slice(0, -1) : tokens;
}
