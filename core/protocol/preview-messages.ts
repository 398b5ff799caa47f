import type { Cell } from '../inference/request.ts';
import type { ResultRow } from '../inference/result-rows.ts';
import type { PreviewCall } from './inference-requests.ts';

/** What the extension tells the preview of an inference. */
export type MessageToPreview =
  | { readonly kind: 'call'; readonly call: PreviewCall }
  /** The answers are on their way. */
  | { readonly kind: 'running' }
  | { readonly kind: 'rows'; readonly rows: readonly ResultRow[]; readonly notice?: string }
  /** Why there are no rows, in one sentence that says what to do. */
  | { readonly kind: 'problem'; readonly sentence: string };

/** What the preview asks of the extension. */
export type MessageFromPreview =
  | { readonly kind: 'ready' }
  /** A person gave values, row by row, and wants to see what the call returns. */
  | { readonly kind: 'run'; readonly rows: readonly (readonly Cell[])[] };
