import { closingBracket } from '../text/brackets.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';
import { kindOfType, type TypeKind } from '../type-kind.ts';
import type { Argument, MlCall } from './ml-call.ts';

/** The kind of what an argument certainly gives: a literal, or whatever is cast to a type. */
export function kindOfArgument(call: MlCall, { value, valueRange }: Argument): TypeKind | undefined {
  switch (value.kind) {
    case 'number':
      return value.isInteger ? 'integer' : 'decimal';
    case 'boolean':
      return 'boolean';
    case 'text':
      // Sent as it is written: a number in quotes is one to the model.
      return value.value.trim() === '' || Number.isNaN(Number(value.value)) ? 'text' : undefined;
    case 'cast':
      return kindOfType(value.type);
    case 'expression': {
      const { tokens } = call.statement;
      const inside = tokens.slice(call.tokens.open + 1, call.tokens.end);
      const own = inside.filter(({ start, end }) => valueRange.start <= start && end <= valueRange.end);
      const type = castOf(own);
      return type === undefined ? undefined : kindOfType(type);
    }
    default:
      return undefined;
  }
}

/** The type to which all of an expression is cast: `name::type`, `f(…)::type`, `(…)::type`, `CAST(… AS type)`. */
function castOf(tokens: readonly Token[]): string | undefined {
  if (isWord(tokens[0], 'cast') && closingBracket(tokens, 1) === tokens.length - 1) {
    const sign = tokens.findLastIndex((token) => isWord(token, 'as'));
    const type = typeAt(tokens, sign + 1);
    return sign > 0 && type?.end === tokens.length - 1 ? type.text : undefined;
  }
  const sign = tokens.findLastIndex((token) => isSymbol(token, '::'));
  const type = typeAt(tokens, sign + 1);
  return sign > 0 && type?.end === tokens.length && operandEnd(tokens) === sign ? type.text : undefined;
}

/** Behind the name, the call or the brackets with which tokens begin, and the casts of that. */
function operandEnd(tokens: readonly Token[]): number {
  let end = 0;
  if (isName(tokens[0])) {
    end = 1;
    while (isSymbol(tokens[end], '.') && isName(tokens[end + 1])) end += 2;
  }
  if (isSymbol(tokens[end], '(')) end = closingBracket(tokens, end) + 1;
  for (;;) {
    const type = isSymbol(tokens[end], '::') ? typeAt(tokens, end + 1) : undefined;
    if (type === undefined || type.end === tokens.length) return end;
    end = type.end;
  }
}
