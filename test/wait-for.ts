const PATIENCE_MS = 30_000;
const INTERVAL_MS = 50;

type Answer<T> = T | false | undefined;

/**
 * Asks again and again until the answer is neither false nor undefined, and resolves with it.
 *
 * @param what the condition in words: it is the message of the error when nothing came within 30 seconds
 */
export async function waitFor<T>(what: string, ask: () => Answer<T> | Promise<Answer<T>>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`Waited 30 s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}
