import { nextInteger, seedStream, wordsPerStream } from '../../simulation/random.ts';

/** Draws what a generated text consists of; the same seed draws the same. */
export class Dice {
  readonly #words = new Uint32Array(wordsPerStream);

  constructor(seed: number) {
    seedStream(this.#words, seed, 'plain SQL');
  }

  /** A whole number from `min` to `max`. */
  integer(min: number, max: number): number {
    return nextInteger(this.#words, min, max);
  }

  /** One of the items, each as likely. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** What one of the functions makes. */
  make<Made>(...makers: readonly (() => Made)[]): Made {
    return this.pick(makers)();
  }

  /** The text in one of three cases, otherwise nothing. */
  maybe(text: string): string {
    return this.integer(1, 3) === 1 ? text : '';
  }

  /** From `min` to `max` texts, one behind the other. */
  list(min: number, max: number, make: (index: number) => string, separator = ', '): string {
    return Array.from({ length: this.integer(min, max) }, (_, index) => make(index)).join(separator);
  }
}
