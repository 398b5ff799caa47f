import type { Cell, InferenceRequest } from './request.ts';

/** Texts of one language that go to Comprehend in one call of BatchDetectSentiment. */
export interface SentimentBatch {
  readonly service: 'Comprehend';
  /** Zero-based rows of the request, one for each text. */
  readonly rows: readonly number[];
  readonly languageCode: string;
  readonly texts: readonly string[];
  /** Size of the texts in UTF-8. */
  readonly bytes: number;
}

/** Rows that go to a SageMaker endpoint in one call of InvokeEndpoint. */
export interface EndpointBatch {
  readonly service: 'SageMaker';
  /** Zero-based rows of the request, one for each record of the body. */
  readonly rows: readonly number[];
  readonly endpointName: string;
  readonly outputType: string;
  readonly records: readonly (readonly Cell[])[];
  /** The records as `text/csv`. */
  readonly body: string;
  /** Size of the body in UTF-8. */
  readonly bytes: number;
}

export type Batch = SentimentBatch | EndpointBatch;

/** A row that is not sent. */
export interface WithheldRow {
  readonly row: number;
  /** Why not, and what to do. */
  readonly message: string;
}

/** What is sent for a request: every row stands in exactly one batch, or is withheld. */
export interface InferencePlan {
  readonly request: InferenceRequest;
  readonly batches: readonly Batch[];
  readonly withheld: readonly WithheldRow[];
}
