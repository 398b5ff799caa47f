import { sagemaker_body } from '../facts/generated/ml.ts';
import { countOf, formatCount } from '../text/quantity.ts';
import { utf8Length } from '../text/utf8-length.ts';
import { cutIntoBatches } from './batching.ts';
import { encodeCsv } from './csv.ts';
import type { EndpointBatch, InferencePlan } from './plan.ts';
import type { EndpointRequest } from './request.ts';

/**
 * Plans calls of InvokeEndpoint: the rows as `text/csv`, no body over 6 MiB (SageMaker Runtime API, BodyBlob). A row
 * that is too long by itself is withheld.
 */
export function planEndpoint(request: EndpointRequest): InferencePlan {
  const measured = request.rows.map((record, row) => ({ row, record, bytes: utf8Length(encodeCsv([record])) }));
  const limits = {
    maxRows: request.maxRowsPerBatch ?? Number.POSITIVE_INFINITY,
    maxBytes: sagemaker_body.value,
    separatorBytes: 1,
  };
  const sendable = measured.filter(({ bytes }) => bytes <= limits.maxBytes);
  const tooLong = measured.filter(({ bytes }) => bytes > limits.maxBytes);
  const batches = cutIntoBatches(sendable, limits).map(({ rows, bytes }): EndpointBatch => {
    const records = rows.map(({ record }) => record);
    return {
      service: 'SageMaker',
      rows: rows.map(({ row }) => row),
      endpointName: request.endpointName,
      outputType: request.outputType,
      records,
      body: encodeCsv(records),
      bytes,
    };
  });
  const withheld = tooLong.map(({ row, bytes }) => ({
    row,
    message: `The row has ${countOf(bytes, 'byte')}: a SageMaker request takes at most ${formatCount(limits.maxBytes)}. Shorten its inputs.`,
  }));
  return { request, batches, withheld };
}
