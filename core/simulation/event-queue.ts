import type { Instant } from './timeline.ts';

/** An event that is due: what happens (`code`), to which row (`subject`), and the token it was scheduled with. */
export interface QueuedEvent {
  readonly at: Instant;
  readonly code: number;
  readonly subject: number;
  readonly token: number;
}

const children = 4;

/**
 * Events in the order of time, those of one instant in the order in which they were scheduled. A heap of four children
 * per node over typed arrays: the order is total, so a run never depends on how the heap happens to be laid out.
 */
export class EventQueue {
  #heap = new Int32Array(64);
  #at = new Float64Array(64);
  #sequence = new Float64Array(64);
  #code = new Int32Array(64);
  #subject = new Int32Array(64);
  #token = new Int32Array(64);
  readonly #free: number[] = [];
  #size = 0;
  #scheduled = 0;

  get size(): number {
    return this.#size;
  }

  push(at: Instant, code: number, subject: number, token: number): void {
    const slot = this.#free.pop() ?? this.#size;
    if (slot === this.#heap.length) this.#grow();
    this.#at[slot] = at;
    this.#sequence[slot] = this.#scheduled++;
    this.#code[slot] = code;
    this.#subject[slot] = subject;
    this.#token[slot] = token;
    this.#rise(this.#size++, slot);
  }

  /** Takes the next event out; undefined when there is none. */
  pop(): QueuedEvent | undefined {
    if (this.#size === 0) return undefined;
    const slot = this.#heap[0] as number;
    this.#size--;
    if (this.#size > 0) this.#sink(this.#heap[this.#size] as number);
    this.#free.push(slot);
    return {
      at: this.#at[slot] as number,
      code: this.#code[slot] as number,
      subject: this.#subject[slot] as number,
      token: this.#token[slot] as number,
    };
  }

  #isBefore(one: number, other: number): boolean {
    const difference = (this.#at[one] as number) - (this.#at[other] as number);
    return difference < 0 || (difference === 0 && (this.#sequence[one] as number) < (this.#sequence[other] as number));
  }

  #rise(from: number, slot: number): void {
    let position = from;
    while (position > 0) {
      const parent = Math.floor((position - 1) / children);
      const above = this.#heap[parent] as number;
      if (this.#isBefore(above, slot)) break;
      this.#heap[position] = above;
      position = parent;
    }
    this.#heap[position] = slot;
  }

  #sink(slot: number): void {
    let position = 0;
    for (;;) {
      const first = position * children + 1;
      if (first >= this.#size) break;
      let next = first;
      for (let child = first + 1; child < Math.min(first + children, this.#size); child++) {
        if (this.#isBefore(this.#heap[child] as number, this.#heap[next] as number)) next = child;
      }
      const below = this.#heap[next] as number;
      if (this.#isBefore(slot, below)) break;
      this.#heap[position] = below;
      position = next;
    }
    this.#heap[position] = slot;
  }

  #grow(): void {
    const capacity = this.#heap.length * 2;
    this.#heap = extended(this.#heap, new Int32Array(capacity));
    this.#at = extended(this.#at, new Float64Array(capacity));
    this.#sequence = extended(this.#sequence, new Float64Array(capacity));
    this.#code = extended(this.#code, new Int32Array(capacity));
    this.#subject = extended(this.#subject, new Int32Array(capacity));
    this.#token = extended(this.#token, new Int32Array(capacity));
  }
}

function extended<A extends Int32Array | Float64Array>(cells: A, larger: A): A {
  larger.set(cells);
  return larger;
}
