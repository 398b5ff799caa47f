/** What node-sql-parser says of one MySQL statement. */
export type MysqlOpinion =
  | { readonly ok: true }
  /** It stops at `offset`, in UTF-16 units from the beginning of the statement. MySQL may read on. */
  | { readonly ok: false; readonly message: string; readonly offset: number }
  /** It gave no answer. */
  | { readonly unknown: 'took too long' | 'too long to ask' | 'failed' | 'could not start' };

/** A statement sent to the worker. */
export interface ParseRequest {
  readonly statement: string;
}

/** What the worker sends: once that it is ready, then an opinion for each statement. */
export type WorkerMessage = { readonly kind: 'ready' } | { readonly kind: 'opinion'; readonly opinion: MysqlOpinion };
