import type { Range } from '../../text/range.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import type { TokenCursor } from '../text/token-cursor.ts';

/** DEFINER, SQL SECURITY or a characteristic in a statement that creates a routine. */
export interface RoutineOption {
  /** Its words in capitals, without the value. */
  readonly name: OptionName;
  readonly range: Range;
  /** The last part of the statement before it: CREATE, the parameters, RETURNS or ALIAS. */
  readonly behind: 'head' | 'parameters' | 'returns' | 'alias';
}

const characteristics = [
  'SQL SECURITY',
  'CONTAINS SQL',
  'NO SQL',
  'READS SQL DATA',
  'MODIFIES SQL DATA',
  'NOT DETERMINISTIC',
  'DETERMINISTIC',
  'LANGUAGE SQL',
  'COMMENT',
] as const;

export type OptionName = (typeof characteristics)[number] | 'DEFINER';

const wordsOf = characteristics.map((name) => ({ name, words: name.toLowerCase().split(' ') }));

/** Moves over the option that comes next; undefined, and nothing moved, when none does. */
export function readOption(cursor: TokenCursor, behind: RoutineOption['behind']): RoutineOption | undefined {
  const first = cursor.index;
  if (cursor.takeWords('definer') !== undefined) {
    readUser(cursor);
    return { name: 'DEFINER', range: cursor.since(first), behind };
  }
  const found = wordsOf.find(({ words }) => cursor.takeWords(...words) !== undefined);
  if (found === undefined) return undefined;
  if (found.name === 'SQL SECURITY' && isWord(cursor.peek(), 'definer', 'invoker')) cursor.take();
  if (found.name === 'COMMENT' && cursor.peek()?.kind === 'string') cursor.take();
  return { name: found.name, range: cursor.since(first), behind };
}

/** `= user@host`, `= CURRENT_USER()`: the user may be half typed. */
function readUser(cursor: TokenCursor): void {
  if (cursor.takeSymbol('=') === undefined) return;
  const user = cursor.peek();
  if (!isUserPart(user)) return;
  cursor.take();
  if (isWord(user, 'current_user') && cursor.takeSymbol('(') !== undefined) cursor.takeSymbol(')');
  if (isHost(cursor.peek())) cursor.take();
  else if (isSymbol(cursor.peek(), '@') && isUserPart(cursor.peek(1))) {
    cursor.take();
    cursor.take();
  }
}

/** `@localhost` is read as one token, like a user variable. */
function isHost(token: Token | undefined): boolean {
  return token?.kind === 'placeholder' && token.text.startsWith('@');
}

function isUserPart(token: Token | undefined): boolean {
  return token?.kind === 'string' || isName(token);
}
