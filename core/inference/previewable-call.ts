import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import { type CallDescription, describeCall } from '../sql/calls/describe-call.ts';
import { isFinished, type MlCall } from '../sql/calls/ml-call.ts';
import { askedValues } from './call-values.ts';
import type { ResultColumn } from './result-rows.ts';

/** Why there is no preview, and what to do. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: string;
}

/** An ML call that can be previewed. */
export interface PreviewableCall {
  readonly kind: 'previewable';
  readonly description: CallDescription;
  /** The columns and expressions for which a person has to give values, row by row. */
  readonly asks: readonly string[];
  /** The columns of the result. */
  readonly columns: readonly ResultColumn[];
}

/** What a preview of a call needs and gives. `text` is that of its outermost statement, `design` the one that governs it. */
export function previewableCall(text: string, call: MlCall, design: Design | undefined): PreviewableCall | Unavailable {
  const description = describeCall(text, call);
  const { signature } = call;
  if (description === undefined || signature === undefined) {
    return unavailable(`Aurora has no function ${call.name}. Correct its name first.`);
  }
  const fits = call.arguments.every(({ parameter }) => parameter !== undefined);
  const required = signature.parameters.filter(({ optional }) => !optional);
  const isComplete = required.every(({ name }) => call.arguments.some(({ parameter }) => parameter?.name === name));
  if (!isFinished(call) || !fits || !isComplete) {
    return unavailable(`The arguments of ${signature.name} are not complete or do not fit. Correct them first.`);
  }
  if (description.service === 'Bedrock') {
    return unavailable('Previews of Bedrock are not there yet. Comprehend and SageMaker can be previewed.');
  }
  if (call.arguments.some(({ isVariadic }) => isVariadic)) {
    return unavailable('The model inputs stand in one array (VARIADIC). A preview needs them one by one.');
  }
  const columns = signature.returns.map(({ name, type }) => ({
    name,
    type: description.service === 'SageMaker' ? outputTypeOf(call, description, design) : type,
  }));
  return { kind: 'previewable', description, asks: askedValues(description), columns };
}

/**
 * The type as which the output of a model is read: that of a cast around the call or of the function; where
 * PostgreSQL's function gives varchar whatever the model, that which the design declares for the endpoint.
 */
function outputTypeOf(call: MlCall, { target, resultType }: CallDescription, design: Design | undefined): string {
  const saysOfModel = call.resultType !== undefined || call.signature?.target !== undefined;
  if (saysOfModel || design === undefined || target?.kind !== 'literal') return resultType;
  const endpoint = design.machineLearning.items
    .flatMap((item) => item.endpoints.items)
    .find(({ name }) => known(name) === target.value);
  return (endpoint && known(endpoint.output)) ?? resultType;
}

/** Says why there is no preview. */
export function unavailable(reason: string): Unavailable {
  return { kind: 'unavailable', reason };
}
