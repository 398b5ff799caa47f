import { closingBracket, splitAtCommas } from '../text/brackets.ts';
import { decodeString } from '../text/literal.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';

/** A JSON text that an expression joins from literals and values. */
export interface JoinedJson {
  /** Whether a value stands between double quotes as it is, so that a quote in it would end the text there. */
  readonly isUnsafe: boolean;
  /** The same with json_build_object; undefined where it cannot be written with certainty. */
  readonly built: string | undefined;
}

/** A literal piece, or a value of which the source is kept. */
type Piece = { readonly literal: string } | { readonly value: string; readonly isEscaped: boolean };

const escaping = [
  ...['to_json', 'to_jsonb', 'json_build_object', 'jsonb_build_object', 'replace', 'regexp_replace', 'translate'],
  ...['quote_literal', 'json_agg', 'jsonb_agg', 'row_to_json', 'array_to_json', 'json_build_array', 'encode', 'md5'],
];

/** What an argument joins to JSON, with `||`, concat or format; undefined for every other argument. */
export function joinedJson(text: string, tokens: readonly Token[]): JoinedJson | undefined {
  const pieces = piecesOf(text, tokens);
  const [first] = pieces ?? [];
  if (pieces === undefined || first === undefined || !('literal' in first) || !/^\s*[{[]/.test(first.literal))
    return undefined;
  const values = pieces.filter((piece) => 'value' in piece);
  if (values.length === 0) return undefined;
  const inQuotes = valuesInQuotes(pieces);
  const isUnsafe = values.some(({ isEscaped }, index) => !isEscaped && inQuotes[index] === true);
  const isPlain = values.every(({ isEscaped }, index) => !isEscaped && inQuotes[index] === true);
  return {
    isUnsafe,
    built: isPlain
      ? buildObject(
          pieces,
          values.map(({ value }) => value),
        )
      : undefined,
  };
}

function piecesOf(text: string, written: readonly Token[]): readonly Piece[] | undefined {
  let tokens = written;
  while (isSymbol(tokens[0], '(') && closingBracket(tokens, 0) === tokens.length - 1) tokens = tokens.slice(1, -1);
  const caller = tokens[0];
  if (isSymbol(tokens[1], '(') && closingBracket(tokens, 1) === tokens.length - 1) {
    const items = splitAtCommas(tokens, 2, tokens.length - 1).map(({ start, end }) => tokens.slice(start, end));
    if (isWord(caller, 'concat')) return items.map((item) => pieceOf(text, item));
    if (isWord(caller, 'format')) return piecesOfFormat(text, items);
  }
  const parts: Token[][] = [[]];
  let depth = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++;
    else if (isSymbol(token, ')') || isSymbol(token, ']')) depth--;
    if (depth === 0 && isSymbol(token, '|') && isSymbol(tokens[index + 1], '|')) {
      parts.push([]);
      index++;
    } else {
      parts.at(-1)?.push(token);
    }
  }
  return parts.length < 2 || parts.some((part) => part.length === 0)
    ? undefined
    : parts.map((part) => pieceOf(text, part));
}

function pieceOf(text: string, tokens: readonly Token[]): Piece {
  const [first] = tokens;
  if (tokens.length === 1 && first?.kind === 'string') return { literal: decodeString(first, 'postgresql') };
  return {
    value: text.slice(first?.start ?? 0, tokens.at(-1)?.end ?? 0),
    isEscaped: tokens.some((token) => isWord(token, ...escaping)),
  };
}

/** The pieces of `format('… %s …', a)`; undefined where it formats otherwise than with %s. */
function piecesOfFormat(
  text: string,
  [pattern, ...values]: readonly (readonly Token[])[],
): readonly Piece[] | undefined {
  const piece = pattern && pieceOf(text, pattern);
  if (piece === undefined || !('literal' in piece)) return undefined;
  const literals = piece.literal.split('%s');
  if (literals.length !== values.length + 1 || literals.some((literal) => literal.includes('%'))) return undefined;
  return literals.flatMap((literal, index) => {
    const value = values[index];
    return value === undefined ? [{ literal }] : [{ literal }, pieceOf(text, value)];
  });
}

/** For each value whether it stands between double quotes. */
function valuesInQuotes(pieces: readonly Piece[]): readonly boolean[] {
  let isQuoted = false;
  return pieces.flatMap((piece) => {
    if ('value' in piece) return [isQuoted];
    for (const [sign] of piece.literal.matchAll(/\\.|"/gs)) {
      if (sign === '"') isQuoted = !isQuoted;
    }
    return [];
  });
}

const mark = '\u0001';

function buildObject(pieces: readonly Piece[], values: readonly string[]): string | undefined {
  let next = 0;
  const json = pieces.map((piece) => ('literal' in piece ? piece.literal : `\\u0001${next++}\\u0001`)).join('');
  try {
    const built = expressionOf(JSON.parse(json), values);
    return built && `${built}::text`;
  } catch {
    // The joined text is no JSON in the first place: there is nothing to write it as.
    return undefined;
  }
}

/** The expression of SQL that builds a JSON value; undefined where a value is a part of a key. */
function expressionOf(json: unknown, values: readonly string[]): string | undefined {
  if (typeof json === 'string') return textOf(json, values);
  if (json === null || typeof json !== 'object') return String(json);
  const isArray = Array.isArray(json);
  const parts: string[] = [];
  for (const [key, value] of Object.entries(json)) {
    const expression = expressionOf(value, values);
    if (expression === undefined || key.includes(mark)) return undefined;
    parts.push(isArray ? expression : `${quoted(key)}, ${expression}`);
  }
  return `json_build_${isArray ? 'array' : 'object'}(${parts.join(', ')})`;
}

function textOf(text: string, values: readonly string[]): string {
  const parts = text.split(mark).flatMap((part, index) => {
    if (index % 2 === 1) return [values[Number(part)] ?? ''];
    return part === '' ? [] : [quoted(part)];
  });
  return parts.length === 0 ? "''" : parts.join(' || ');
}

function quoted(text: string): string {
  const doubled = text.replaceAll("'", "''");
  return text.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}
