import type { Position } from '../text/range.ts';

/** Request: what of the design stands at a position of a document. */
export const pathAtMethod = 'aurora/pathAt';

export interface PathAtParams {
  readonly uri: string;
  readonly position: Position;
}

export interface PathAtResult {
  readonly version: number;
  /** Path in the design; null where nothing of a design stands. */
  readonly path: string | null;
  /** Which design of the document, from 0. */
  readonly design?: number;
}

/** Request: where something of the design stands in a document. */
export const rangeOfMethod = 'aurora/rangeOf';

export interface RangeOfParams {
  readonly uri: string;
  /** Which design of the document, from 0, the first being meant. */
  readonly design?: number;
  /** Path in the design. When nothing is written there, the nearest thing around it is meant. */
  readonly path: string;
}

export interface RangeOfResult {
  readonly version: number;
  readonly range: { readonly start: Position; readonly end: Position } | null;
}
