import type { Confirmation } from '../inference/confirmation.ts';
import type { Cell } from '../inference/request.ts';
import type { ResultColumn, ResultRow } from '../inference/result-rows.ts';
import type { Position } from '../text/range.ts';

/** Request: which ML call is meant at a position, and what a preview of it needs. */
export const describeInferenceMethod = 'aurora/describeInference';

export interface DescribeInferenceParams {
  readonly uri: string;
  readonly position: Position;
}

/** An ML call that can be previewed. */
export interface PreviewCall {
  readonly uri: string;
  /** Where the call begins; it names the call in the request that runs it. */
  readonly position: Position;
  /** The call as it stands in the file. */
  readonly text: string;
  /** The arguments that the text does not give, such as columns: a person has to say their values. */
  readonly asks: readonly string[];
  readonly columns: readonly ResultColumn[];
  readonly provider: 'offline' | 'aws';
}

/** The call, or in one sentence why there is none. */
export type DescribeInferenceResult = { readonly call: PreviewCall } | { readonly problem: string };

/** Request: what the call returns for rows of values. */
export const inferMethod = 'aurora/infer';

export interface InferParams {
  readonly uri: string;
  readonly position: Position;
  /** A value for each thing the call asks for, row by row; one empty row when it asks for nothing. */
  readonly rows: readonly (readonly Cell[])[];
  /** The confirmation that a person has read, and agreed to; another one has to be agreed to again. */
  readonly agreed?: Confirmation;
}

export type InferResult =
  /** Something would leave the machine: a person has to agree first. */
  | { readonly confirmation: Confirmation }
  | { readonly rows: readonly ResultRow[]; readonly notice?: string }
  | { readonly problem: string };
