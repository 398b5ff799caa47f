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

/** Milliseconds in which an editor has sent what it asks right behind an edit. */
const behindEdit = 10;

/** Lets what an editor asks right behind an edit, such as completion, go before what the edit brings about. */
export function requestsBehindEdit(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, behindEdit));
}

/** Whether something is done within so many milliseconds; it goes on where it is not. */
export async function isInTime(done: Promise<void>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, limitMs, false);
  });
  const inTime = await Promise.race([done.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

/** Answers requests that are cancelled before their turn, without working for them. */
export const cancelledBeforeTheirTurn: ConnectionStrategy = {
  cancelUndispatched: ({ jsonrpc }) => ({ jsonrpc, id: null, error: requestCancelled().toJson() }),
};
