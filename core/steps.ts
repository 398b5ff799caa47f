/** Work that is done step by step, so that something else can have its turn in between; or at once. */
export class Steps<Result> {
  readonly #steps: Generator<undefined, Result, undefined>;
  #done: { readonly result: Result } | undefined;

  constructor(steps: Generator<undefined, Result, undefined>) {
    this.#steps = steps;
  }

  get isDone(): boolean {
    return this.#done !== undefined;
  }

  /** Goes on by one step. */
  step(): void {
    if (this.#done !== undefined) return;
    const next = this.#steps.next();
    if (next.done === true) this.#done = { result: next.value };
  }

  /** What comes out; what is left to do is done now. */
  get result(): Result {
    while (this.#done === undefined) this.step();
    return this.#done.result;
  }
}
