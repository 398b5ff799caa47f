import type { CancellationToken } from 'vscode-languageserver';

/** Tells who waits for it that files of the workspace may have to be judged again. */
export class WorkspaceChanges {
  readonly #waiting = new Set<() => void>();
  #count = 0;

  /** How often something changed until now. */
  get count(): number {
    return this.#count;
  }

  announce(): void {
    this.#count += 1;
    for (const wake of this.#waiting) wake();
  }

  /** Ends with the next change after the first `count`, at once when there was one, or when nobody waits any more. */
  async after(count: number, token: CancellationToken): Promise<void> {
    if (this.#count !== count || token.isCancellationRequested) return;
    await new Promise<void>((resolve) => {
      const cancelled = token.onCancellationRequested(() => wake());
      const wake = () => {
        this.#waiting.delete(wake);
        cancelled.dispose();
        resolve();
      };
      this.#waiting.add(wake);
    });
  }
}
