import { copyOf } from '@aurora-blueprint/core/text/copy-of.ts';

/** Remembers something for each of many texts, and forgets what nobody asked for while as many others came. */
export class RecentlyUsed<Value extends object> {
  readonly #most: number;
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();
  #length = 0;

  /** `most` is how long the texts are together, in UTF-16 units, that are remembered at least. */
  constructor(most: number) {
    this.#most = most;
  }

  get(text: string): Value | undefined {
    const recent = this.#recent.get(text);
    if (recent !== undefined) return recent;
    const older = this.#older.get(text);
    if (older !== undefined) this.set(text, older);
    return older;
  }

  set(text: string, value: Value): void {
    if (this.#length >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#length = 0;
    }
    this.#recent.set(copyOf(text), value);
    this.#length += text.length;
  }
}
