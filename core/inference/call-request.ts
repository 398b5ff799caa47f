import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import { type CallDescription, describeCall } from '../sql/describe-call.ts';
import { isFinished, type MlCall } from '../sql/ml-call.ts';
import { cellOf, type RowValues } from './call-values.ts';
import type { InferenceRequest } from './request.ts';

/** Why a call cannot be previewed, and what to do. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: string;
}

/** The description of a call that can be previewed. `text` is the SQL text it stands in. */
export function describePreviewable(text: string, call: MlCall): CallDescription | Unavailable {
  const description = describeCall(text, call);
  if (description === undefined || call.signature === undefined) {
    return unavailable(`Aurora has no function ${call.name}. Correct its name first.`);
  }
  const { signature } = call;
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
  return description;
}

/** What a call asks of its service for these rows. */
export function requestOf(
  call: MlCall,
  description: CallDescription,
  rows: readonly RowValues[],
  design: Design | undefined,
): InferenceRequest | Unavailable {
  const { inputs, language, target, maxRowsPerBatch } = description;
  const [input] = inputs;
  if (description.service === 'Comprehend') {
    if (input === undefined || language === undefined) return unavailable('The call has no text or no language.');
    return {
      service: 'Comprehend',
      rows: rows.map((row) => ({ text: cellOf(input.value, row), languageCode: cellOf(language, row) })),
      maxRowsPerBatch,
    };
  }
  const names = new Set(rows.map((row) => target && cellOf(target, row)));
  const [endpointName] = names;
  if (endpointName === undefined || endpointName === null || endpointName === '') {
    return unavailable('The call names no endpoint.');
  }
  if (names.size > 1) return unavailable(`A preview goes to one endpoint; these rows name ${[...names].join(', ')}.`);
  return {
    service: 'SageMaker',
    endpointName,
    rows: rows.map((row) => inputs.map(({ value }) => cellOf(value, row))),
    maxRowsPerBatch,
    outputType: outputTypeOf(call, description, endpointName, design),
  };
}

/**
 * The type as which the output is read: that of a cast around the call or of the function; where PostgreSQL's
 * function gives varchar whatever the model, that which the design declares for the endpoint.
 */
function outputTypeOf(
  call: MlCall,
  description: CallDescription,
  endpointName: string,
  design: Design | undefined,
): string {
  const saysOfModel = call.resultType !== undefined || call.signature?.target !== undefined;
  if (saysOfModel) return description.resultType;
  const declared = design?.machineLearning.items
    .flatMap((item) => item.endpoints.items)
    .find((endpoint) => known(endpoint.name) === endpointName);
  return (declared && known(declared.output)) ?? description.resultType;
}

function unavailable(reason: string): Unavailable {
  return { kind: 'unavailable', reason };
}
