import type { ParserError } from '@aurora-blueprint/core/sql/syntax/parser-error.ts';

/** What a parser says of one statement. */
export type ParserOpinion =
  | { readonly ok: true }
  | ({ readonly ok: false } & ParserError)
  /** It gave no answer. */
  | { readonly unknown: 'took too long' | 'too long to ask' | 'failed' | 'could not start' };

/** Statements sent to the worker. */
export interface ParseRequest {
  readonly statements: readonly string[];
}

/**
 * What the worker sends: once that it is ready, then for each request the opinions on its statements, in order. They
 * end with the first that is unknown: the parser is not to be asked again.
 */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opinions'; readonly opinions: readonly ParserOpinion[] };
