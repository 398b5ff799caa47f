import type { SqlDialect } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { decodeString } from '../text/literal.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';
import type { Argument, ArgumentValue } from './ml-call.ts';

/** Most tokens that a literal with its casts has; a longer argument is an expression. */
const literalTokens = 24;

/** What the tokens from `start` to before `end` say as one argument; none of them when nothing stands there yet. */
export function classifyArgument(
  tokens: readonly Token[],
  start: number,
  end: number,
  dialect: SqlDialect,
): Omit<Argument, 'parameter'> {
  const head = tokens.slice(start, Math.min(end, start + literalTokens));
  const isVariadic = dialect === 'postgresql' && isWord(head[0], 'variadic');
  const nameAt = isVariadic ? 1 : 0;
  const name = dialect === 'postgresql' ? argumentName(head.slice(nameAt)) : undefined;
  const valueAt = name === undefined ? nameAt : nameAt + 2;
  const isLong = end - start > literalTokens;
  const argument = {
    range: rangeOf(tokens, start, end),
    value: isLong ? expression : classifyValue(head.slice(valueAt), dialect),
    valueRange: rangeOf(tokens, start + valueAt, end),
    isVariadic,
  };
  return name === undefined ? argument : { ...argument, name };
}

const expression: ArgumentValue = { kind: 'expression' };

/** Where these tokens stand; an empty place behind the token before when there is none. */
function rangeOf(tokens: readonly Token[], start: number, end: number): Range {
  const before = tokens[start - 1]?.end ?? 0;
  if (start >= end) return { start: before, end: before };
  return { start: tokens[start]?.start ?? before, end: tokens[end - 1]?.end ?? before };
}

function argumentName(tokens: readonly Token[]): Argument['name'] {
  const [first, second] = tokens;
  if (!isName(first) || !(isSymbol(second, '=>') || isSymbol(second, ':='))) return undefined;
  return { text: first.text, range: { start: first.start, end: first.end } };
}

function classifyValue(tokens: readonly Token[], dialect: SqlDialect): ArgumentValue {
  if (tokens.length === 0 || tokens.some((token) => !token.closed)) return { kind: 'unfinished' };
  return literalOf(tokens, dialect) ?? castOf(tokens, dialect) ?? nameOf(tokens) ?? expression;
}

function literalOf(tokens: readonly Token[], dialect: SqlDialect): ArgumentValue | undefined {
  const isSigned = tokens.length === 2 && (isSymbol(tokens[0], '-') || isSymbol(tokens[0], '+'));
  const literal = isSigned ? tokens[1] : tokens[0];
  if (literal === undefined || tokens.length > (isSigned ? 2 : 1)) return undefined;
  if (literal.kind === 'number') {
    const value = Number(literal.text.replaceAll('_', ''));
    const isInteger = /^(?:0x[\da-f_]+|[\d_]+)$/i.test(literal.text);
    return { kind: 'number', value: isSymbol(tokens[0], '-') ? -value : value, isInteger };
  }
  if (isSigned) return undefined;
  if (literal.kind === 'string') return { kind: 'text', value: decodeString(literal, dialect) };
  if (isWord(literal, 'null')) return { kind: 'null' };
  if (isWord(literal, 'true', 'false')) return { kind: 'boolean', value: literal.text === 'true' };
  return undefined;
}

/** `literal::type` and `CAST(literal AS type)`; a cast of anything else is an expression. */
function castOf(tokens: readonly Token[], dialect: SqlDialect): ArgumentValue | undefined {
  const isFunction = isWord(tokens[0], 'cast') && isSymbol(tokens[1], '(') && isSymbol(tokens.at(-1), ')');
  const inner = isFunction ? tokens.slice(2, -1) : tokens;
  const sign = inner.findIndex((token) => (isFunction ? isWord(token, 'as') : isSymbol(token, '::')));
  if (sign < 1) return undefined;
  const operand = literalOf(inner.slice(0, sign), dialect);
  const type = typeAt(inner, sign + 1);
  if (operand === undefined || type?.end !== inner.length) return undefined;
  return { kind: 'cast', type: type.text, operand, operandRange: rangeOf(inner, 0, sign) };
}

function nameOf(tokens: readonly Token[]): ArgumentValue | undefined {
  const alternating = tokens.every((token, index) => (index % 2 === 0 ? isName(token) : isSymbol(token, '.')));
  if (!alternating || tokens.length % 2 === 0) return undefined;
  return { kind: 'name', name: tokens.map((token) => token.text).join('') };
}
