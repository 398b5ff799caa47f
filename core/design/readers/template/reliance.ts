/** Notes on which conditions values rest while they are read, one bit for each condition. */
export class Reliance {
  #mask = 0;

  note(mask: number): void {
    this.#mask |= mask;
  }

  /** Runs `read` and says on which conditions its result rests. */
  during<T>(read: () => T): { readonly value: T; readonly mask: number } {
    const before = this.#mask;
    this.#mask = 0;
    try {
      return { value: read(), mask: this.#mask };
    } finally {
      this.#mask |= before;
    }
  }

  /** A value that is made when it is first looked at; each look notes what it rests on. */
  memo<T>(make: () => T): () => T {
    let made: { readonly value: T; readonly mask: number } | undefined;
    return () => {
      made ??= this.during(make);
      this.#mask |= made.mask;
      return made.value;
    };
  }
}
