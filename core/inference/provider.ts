import type { Answer } from './answer.ts';
import type { Batch } from './plan.ts';
import type { InferenceRequest } from './request.ts';

/** What a provider says to one batch. */
export type BatchResult =
  /** One answer for each row of the batch, in its order. */
  | { readonly kind: 'answered'; readonly answers: readonly Answer[] }
  /** Nothing came back, and the next batch would fare no better; the message says what to do. */
  | { readonly kind: 'failed'; readonly message: string };

/** Who answers an inference. A provider neither batches nor checks limits: it gets batches as planned. */
export interface InferenceProvider {
  readonly name: 'offline' | 'aws';
  /** What a person has to know about its answers, such as that they are those of a stand-in; undefined when nothing. */
  notice(request: InferenceRequest): string | undefined;
  infer(batch: Batch): Promise<BatchResult>;
}
