import type { Cell } from '@aurora-blueprint/core/inference/request.ts';
import type { ResultRow } from '@aurora-blueprint/core/inference/result-rows.ts';
import type { PreviewCall } from '@aurora-blueprint/core/protocol/inference-requests.ts';
import type { MessageToPreview } from '@aurora-blueprint/core/protocol/preview-messages.ts';

export type Inputs = readonly (readonly Cell[])[];

/** What stands where the rows of the result belong. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'rows'; readonly rows: readonly ResultRow[]; readonly notice?: string }
  | { readonly kind: 'problem'; readonly sentence: string };

export interface PreviewState {
  readonly call: PreviewCall | undefined;
  /** Values for what the call asks for, row by row. */
  readonly inputs: Inputs;
  readonly outcome: Outcome;
}

/** The state of a panel that nothing was sent to yet. */
export const initialState: PreviewState = { call: undefined, inputs: [], outcome: { kind: 'none' } };

/** The state after a message. The values a person typed stay while the call asks for the same. */
export function reduce(state: PreviewState, message: MessageToPreview): PreviewState {
  switch (message.kind) {
    case 'call': {
      const asksTheSame = state.call?.asks.join('\0') === message.call.asks.join('\0');
      const inputs = asksTheSame ? state.inputs : [message.call.asks.map(() => '')];
      return { call: message.call, inputs, outcome: { kind: 'none' } };
    }
    case 'running':
    case 'rows':
    case 'problem':
      return { ...state, outcome: message };
  }
}
