import type { Range } from '../../text/range.ts';
import { closingBracket, splitAtCommas } from '../text/brackets.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';

/** A parameter as a statement declares it. */
export interface DeclaredParameter {
  /** As a call would write it; undefined where only the type stands there. */
  readonly name: string | undefined;
  /** Its SQL type, such as `double precision`. */
  readonly type: string;
  readonly typeRange: Range;
  /** Whether a call may leave it out: it has a default. */
  readonly optional: boolean;
  /** Whether it takes all further arguments. */
  readonly variadic: boolean;
}

/** The parameters that a function takes, and the index behind the bracket that closes their list. */
export interface ParameterList {
  readonly parameters: readonly DeclaredParameter[];
  readonly end: number;
}

/** Reads the list of parameters whose opening bracket is the token at `open`. What only comes out is left out. */
export function parametersAt(tokens: readonly Token[], open: number): ParameterList {
  const close = closingBracket(tokens, open);
  const parameters = splitAtCommas(tokens, open + 1, close).flatMap(({ start, end }) => {
    return parameterOf(tokens.slice(start, end)) ?? [];
  });
  return { parameters, end: Math.min(close + 1, tokens.length) };
}

/** Words that begin the rest of a type and no type: `timestamp with time zone`. */
const goesOn = ['with', 'without', 'character', 'charset', 'unsigned', 'collate'];

function parameterOf(written: readonly Token[]): DeclaredParameter | undefined {
  const mode =
    isWord(written[0], 'in', 'out', 'inout', 'variadic') && written.length > 1 ? written[0]?.text : undefined;
  if (mode === 'out') return undefined;
  const tokens = mode === undefined ? written : written.slice(1);
  const isDefault = (token: Token) => isWord(token, 'default') || isSymbol(token, '=') || isSymbol(token, ':=');
  const defaultAt = tokens.findIndex(isDefault);
  const end = defaultAt < 0 ? tokens.length : defaultAt;
  const whole = typeAt(tokens, 0);
  if (whole === undefined) return undefined;
  const isTypeAlone = whole.end >= end || isWord(tokens[whole.end], ...goesOn);
  const start = isTypeAlone ? 0 : 1;
  const type = typeAt(tokens, start);
  const [first, last] = [tokens[start], tokens[(type?.end ?? 0) - 1]];
  if (type === undefined || first === undefined || last === undefined) return undefined;
  const rest = tokens.slice(type.end, end).map((token) => ` ${token.text}`);
  return {
    name: isTypeAlone || !isName(tokens[0]) ? undefined : tokens[0].text,
    type: type.text + rest.join(''),
    typeRange: { start: first.start, end: last.end },
    optional: defaultAt >= 0,
    variadic: mode === 'variadic',
  };
}
