import type { MlParameter, MlService } from '../../facts/ml.ts';
import { type Argument, type MlCall, uncast } from './ml-call.ts';

/** The value of an argument: known from the text, or to be asked of the database. */
export type DescribedValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'expression'; readonly text: string };

/** What an ML call asks for, in the terms of the service that answers it. */
export interface CallDescription {
  readonly service: MlService;
  readonly functionName: string;
  /** The SageMaker endpoint or Bedrock model; undefined for Comprehend. */
  readonly target: DescribedValue | undefined;
  readonly language: DescribedValue | undefined;
  /** Most rows in one request; null when the statement leaves it open or computes it. */
  readonly maxRowsPerBatch: number | null;
  /** What is sent of each row, in order. */
  readonly inputs: readonly { readonly parameter: MlParameter; readonly value: DescribedValue }[];
  /** The type as which the result is read: what the statement casts it to, otherwise what the function returns. */
  readonly resultType: string;
}

/** Describes a call for a preview of its result; undefined when there is no such function. `text` is that of its outermost statement. */
export function describeCall(text: string, call: MlCall): CallDescription | undefined {
  const { signature } = call;
  if (signature === undefined) return undefined;
  const inRole = (...roles: readonly MlParameter['role'][]): DescribedValue | undefined => {
    const argument = call.arguments.find(({ parameter }) => parameter !== undefined && roles.includes(parameter.role));
    return argument && describeValue(text, argument);
  };
  const batchSize = inRole('batchSize');
  const given = batchSize?.kind === 'literal' ? Number(batchSize.value) : 0;
  return {
    service: signature.service,
    functionName: signature.name,
    target: signature.target === undefined ? inRole('endpoint', 'model') : { kind: 'literal', value: signature.target },
    language: inRole('language'),
    maxRowsPerBatch: given >= 1 ? given : (signature.batchSize ?? null),
    inputs: call.arguments.flatMap((argument) => {
      const { parameter } = argument;
      return parameter?.role === 'input' ? [{ parameter, value: describeValue(text, argument) }] : [];
    }),
    resultType: call.resultType ?? signature.returns[0]?.type ?? '',
  };
}

function describeValue(text: string, argument: Argument): DescribedValue {
  const { value } = uncast(argument);
  switch (value.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return { kind: 'literal', value: value.value };
    case 'null':
      return { kind: 'literal', value: null };
    case 'name':
      return { kind: 'column', name: value.name };
    default:
      return { kind: 'expression', text: text.slice(argument.valueRange.start, argument.valueRange.end) };
  }
}
