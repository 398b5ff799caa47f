import { type CancellationToken, type ConnectionStrategy, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The answer to a request for which nobody waits any more. */
export function requestCancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/**
 * Lets what the editor has sent have its turn. The first round of the event loop reads it, the second one answers: one
 * message a round.
 */
export async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

/** The same for whoever works for a request; fails when that was cancelled meanwhile. */
export async function nextTurnOf(token: CancellationToken): Promise<void> {
  await nextTurn();
  if (token.isCancellationRequested) throw requestCancelled();
}

/** Answers requests that are cancelled before their turn, without working for them. */
export const cancelledBeforeTheirTurn: ConnectionStrategy = {
  cancelUndispatched: ({ jsonrpc }) => ({ jsonrpc, id: null, error: requestCancelled().toJson() }),
};
