import type { Range } from '../text/range.ts';
import { isFinished, literalText, type MlCall } from './calls/ml-call.ts';
import { kindOfArgument } from './calls/value-kind.ts';
import type { AliasFunction, WrittenType } from './declarations/alias-function.ts';
import type { SqlSubject } from './sql-rule.ts';
import { typeAt } from './text/type-name.ts';
import { kindOfType, type TypeKind } from './type-kind.ts';

/** One input that a SageMaker endpoint gets, of a certain kind where that is known. */
export interface GivenInput {
  readonly range: Range;
  readonly kind: TypeKind | undefined;
}

/** A place where a statement calls a SageMaker endpoint by its name, or makes a function that does. */
export interface EndpointUse {
  readonly endpoint: string;
  /** Where the name of the endpoint stands, with its quotes. */
  readonly nameRange: Range;
  /** The name of the function that is called or made. */
  readonly functionRange: Range;
  /** The model inputs, in order; undefined where they cannot be counted. */
  readonly inputs: readonly GivenInput[] | undefined;
  /** As what the result is read, where the statement says so. */
  readonly result: WrittenType | undefined;
}

/** The SageMaker endpoints that a statement names. A call of a function made with ALIAS names none: the function does. */
export function endpointUsesOf({ calls, declared }: Pick<SqlSubject, 'calls' | 'declared'>): readonly EndpointUse[] {
  return [
    ...calls.flatMap((call) => useInCall(call) ?? []),
    ...declared.flatMap((one) => (one.kind === 'aliasFunction' ? (useInFunction(one) ?? []) : [])),
  ];
}

function useInCall(call: MlCall): EndpointUse | undefined {
  const named = call.arguments.find(({ parameter }) => parameter?.role === 'endpoint');
  const literal = named && literalText(named);
  if (literal === undefined) return undefined;
  const given = call.arguments.filter(({ parameter }) => parameter?.role === 'input');
  // VARIADIC takes as many as the array has.
  const isCounted = isFinished(call) && given.length > 0 && !given.some(({ isVariadic }) => isVariadic);
  return {
    endpoint: literal.value,
    nameRange: literal.range,
    functionRange: call.nameRange,
    inputs: isCounted ? given.map((one) => ({ range: one.valueRange, kind: kindOfArgument(call, one) })) : undefined,
    result: resultOf(call),
  };
}

/** The type to which the result is cast. */
function resultOf({ resultType, statement: { tokens }, tokens: { end } }: MlCall): WrittenType | undefined {
  const first = tokens[end + 2];
  const last = tokens[(typeAt(tokens, end + 2)?.end ?? 0) - 1];
  if (resultType === undefined || first === undefined || last === undefined) return undefined;
  return { type: resultType, range: { start: first.start, end: last.end } };
}

function useInFunction({ alias, target, nameRange, parameterTypes, returns }: AliasFunction): EndpointUse | undefined {
  if (alias.service !== 'SageMaker' || target === undefined) return undefined;
  return {
    endpoint: target.name,
    nameRange: target.range,
    functionRange: nameRange,
    inputs: parameterTypes.map(({ type, range }) => ({ range, kind: kindOfType(type) })),
    result: returns,
  };
}
