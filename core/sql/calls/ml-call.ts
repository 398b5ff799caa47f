import type { MlParameter, MlSignature } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import type { Statement } from '../text/statement.ts';

/** What an argument is, as far as the text alone tells. */
export type ArgumentValue =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly isInteger: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** A literal with a type: `'en'::text`, `CAST(5 AS int)`. */
  | { readonly kind: 'cast'; readonly type: string; readonly operand: ArgumentValue; readonly operandRange: Range }
  /** A plain name, most likely a column. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'expression' }
  /** Nothing stands there yet, or a quote is still open. */
  | { readonly kind: 'unfinished' };

/** One argument of an ML call. */
export interface Argument {
  /** All of it, with its name where it has one. */
  readonly range: Range;
  /** The name in `name => value`. */
  readonly name?: { readonly text: string; readonly range: Range };
  readonly value: ArgumentValue;
  readonly valueRange: Range;
  /** Written with VARIADIC: an array in place of further arguments. */
  readonly isVariadic: boolean;
  /** The parameter it is for; undefined when the signature has none for it. */
  readonly parameter: MlParameter | undefined;
}

/** One call of an Aurora ML function. Its places count from the beginning of the outermost statement. */
export interface MlCall {
  /** The name in lower case, with its schema: `aws_comprehend.detect_sentiment`. */
  readonly name: string;
  readonly nameRange: Range;
  /** From the name to the closing bracket, or as far as the call goes. */
  readonly range: Range;
  /** Whether the closing bracket is there. */
  readonly closed: boolean;
  /** Undefined when there is no such function: an invented name, or one of the other dialect. */
  readonly signature: MlSignature | undefined;
  readonly arguments: readonly Argument[];
  /** The innermost statement in which it stands. */
  readonly statement: Statement;
  /** Among the tokens of that statement: its first, its opening bracket, and its closing one or where the call breaks off. */
  readonly tokens: { readonly start: number; readonly open: number; readonly end: number };
  /** The type to which the statement casts the result. */
  readonly resultType: string | undefined;
}

/** Whether all of the call stands there, so that its arguments can be counted. */
export function isFinished(call: MlCall): boolean {
  return call.closed && call.arguments.every((argument) => argument.value.kind !== 'unfinished');
}

/** The literal text of an argument, also behind a cast, with its exact place. */
export function literalText(argument: Argument): { readonly value: string; readonly range: Range } | undefined {
  const literal = uncast(argument);
  return literal.value.kind === 'text' ? { value: literal.value.value, range: literal.range } : undefined;
}

/** The value of an argument without its casts, and where it stands. */
export function uncast(argument: Argument): { readonly value: ArgumentValue; readonly range: Range } {
  const { value } = argument;
  return value.kind === 'cast'
    ? { value: value.operand, range: value.operandRange }
    : { value, range: argument.valueRange };
}
