/** A value as SQL holds it before it is sent. */
export type Cell = string | null;

/** One row whose text is to be judged. */
export interface SentimentRow {
  readonly text: Cell;
  readonly languageCode: Cell;
}

/** What `detect_sentiment` asks of Comprehend. */
export interface SentimentRequest {
  readonly service: 'Comprehend';
  readonly rows: readonly SentimentRow[];
  /** Most rows in one call, as the SQL says; null leaves it to the limit of the service. */
  readonly maxRowsPerBatch: number | null;
}

/** What `invoke_endpoint` asks of a SageMaker endpoint. */
export interface EndpointRequest {
  readonly service: 'SageMaker';
  readonly endpointName: string;
  /** The model inputs of each row, in the order of the call. */
  readonly rows: readonly (readonly Cell[])[];
  /** Most rows in one call, as the SQL says; null leaves it to the limit of the service. */
  readonly maxRowsPerBatch: number | null;
  /** SQL type as which the answer is read, such as `double precision`. */
  readonly outputType: string;
}

export type InferenceRequest = SentimentRequest | EndpointRequest;
