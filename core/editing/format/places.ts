import type { Range } from '../../text/range.ts';

/** Places of a text, made to be compared with many ranges. */
export class Places {
  /** In order; those that touch each other are one. */
  readonly #apart: Range[] = [];

  constructor(places: readonly Range[]) {
    for (const place of places.toSorted((a, b) => a.start - b.start)) {
      const last = this.#apart.at(-1);
      if (last === undefined || last.end < place.start) this.#apart.push(place);
      else this.#apart.splice(-1, 1, { start: last.start, end: Math.max(last.end, place.end) });
    }
  }

  get isEmpty(): boolean {
    return this.#apart.length === 0;
  }

  /** Whether one of them touches a range. */
  touch({ start, end }: Range): boolean {
    let low = 0;
    let high = this.#apart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#apart[middle] as Range).end < start) low = middle + 1;
      else high = middle;
    }
    const first = this.#apart[low];
    return first !== undefined && first.start <= end;
  }
}
