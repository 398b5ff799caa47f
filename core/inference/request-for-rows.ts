import { cellOf } from './call-values.ts';
import { type PreviewableCall, type Unavailable, unavailable } from './previewable-call.ts';
import type { Cell, InferenceRequest } from './request.ts';

/** What a call asks of its service for these rows, each with a cell for everything that the call asks for. */
export function requestForRows(
  { description, asks, columns }: PreviewableCall,
  rows: readonly (readonly Cell[])[],
): InferenceRequest | Unavailable {
  const { inputs, language, target, maxRowsPerBatch } = description;
  const [input] = inputs;
  const [column] = columns;
  if (input !== undefined && language !== undefined) {
    return {
      service: 'Comprehend',
      rows: rows.map((row) => ({ text: cellOf(input.value, asks, row), languageCode: cellOf(language, asks, row) })),
      maxRowsPerBatch,
    };
  }
  if (target === undefined || column === undefined) return unavailable('The call does not say what it calls.');
  const names = new Set(rows.map((row) => cellOf(target, asks, row)));
  const [endpointName] = names;
  if (names.size > 1) return unavailable(`A preview goes to one endpoint; these rows name ${[...names].join(', ')}.`);
  if (!endpointName) return unavailable('The call names no endpoint.');
  return {
    service: 'SageMaker',
    endpointName,
    rows: rows.map((row) => inputs.map(({ value }) => cellOf(value, asks, row))),
    maxRowsPerBatch,
    outputType: column.type,
  };
}
