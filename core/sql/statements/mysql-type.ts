import type { Range } from '../../text/range.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import type { TokenCursor } from '../text/token-cursor.ts';

/** A type of MySQL as a statement writes it. */
export interface MysqlType {
  /** The name and what stands in brackets behind it: `varchar(20)`, `double precision`. */
  readonly text: string;
  /** The name alone, in lower case. */
  readonly name: string;
  /** Whether a length or the like stands in brackets. */
  readonly hasLength: boolean;
  /** Name and brackets. */
  readonly range: Range;
  /** The character set: its name, and the whole clause with the word CHARSET. */
  readonly charset: { readonly name: string; readonly range: Range } | undefined;
  /** With UNSIGNED, CHARSET, COLLATE and the like. */
  readonly whole: Range;
}

const secondWords: Readonly<Record<string, readonly string[]>> = {
  double: ['precision'],
  character: ['varying'],
  char: ['varying'],
  national: ['char', 'character', 'varchar'],
  long: ['varchar', 'varbinary'],
};

/** Moves over the type that comes next; undefined when none does. */
export function readType(cursor: TokenCursor): MysqlType | undefined {
  const first = cursor.index;
  const word = cursor.peek();
  if (word === undefined || !isName(word) || isWord(word, 'returns', 'alias')) return undefined;
  cursor.take();
  const second = cursor.peek();
  const isTwoWords = Object.hasOwn(secondWords, word.text) && isWord(second, ...(secondWords[word.text] ?? []));
  if (isTwoWords) cursor.take();
  const name = isTwoWords ? `${word.text} ${second?.text}` : word.text;
  const length = readLength(cursor);
  const range = cursor.since(first);
  let charset: MysqlType['charset'];
  for (let read = readAttribute(cursor); read !== undefined; read = readAttribute(cursor))
    charset = read.charset ?? charset;
  return { text: name + length, name, hasLength: length !== '', range, charset, whole: cursor.since(first) };
}

/** What stands in brackets: `(10)`, `(8,2)`, and the values of ENUM and SET. */
function readLength(cursor: TokenCursor): string {
  const parts: string[] = [];
  const first = cursor.index;
  if (cursor.takeSymbol('(') === undefined) return '';
  const isPart = (token: Token | undefined) =>
    token?.kind === 'number' || token?.kind === 'string' || isSymbol(token, ',');
  while (isPart(cursor.peek())) parts.push(cursor.take()?.text ?? '');
  if (cursor.takeSymbol(')') !== undefined) return `(${parts.join('')})`;
  cursor.index = first;
  return '';
}

function readAttribute(cursor: TokenCursor): Pick<MysqlType, 'charset'> | undefined {
  const first = cursor.index;
  if (isWord(cursor.peek(), 'unsigned', 'signed', 'zerofill', 'binary', 'ascii', 'unicode')) {
    cursor.take();
    return { charset: undefined };
  }
  const isCharset =
    cursor.takeWords('charset') ?? cursor.takeWords('character', 'set') ?? cursor.takeWords('char', 'set');
  if (isCharset === undefined && cursor.takeWords('collate') === undefined) return undefined;
  cursor.takeSymbol('=');
  const name = cursor.peek();
  const isNamed = name?.kind === 'string' || (isName(name) && !isWord(name, 'alias', 'returns'));
  if (isNamed) cursor.take();
  const written = isNamed ? name.text.replaceAll(/['"]/g, '').toLowerCase() : '';
  return { charset: isCharset && { name: written, range: cursor.since(first) } };
}
