const twoTo32 = 0x1_0000_0000;
/** The prime is 2^40 + 0x1b3. */
const prime = 0x1b3;

/** A hash of 32 bits with the low 32 bits of one more number in it: for the many messages of which a trace takes in the sum. */
export function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return (product ^ (product >>> 15)) >>> 0;
}

/**
 * FNV-1a, 64 bits, over whole numbers: the same run gives the same hash on every machine. Two halves of 32 bits, because
 * a product of two 64-bit numbers does not fit a JavaScript number.
 */
export class TraceHash {
  readonly #halves = Int32Array.of(0xcbf29ce4, 0x84222325);

  /** Takes in one byte. */
  addByte(byte: number): void {
    this.#addBytes(byte, 1);
  }

  /** Takes in a whole number of at most 53 bits, lowest byte first. */
  add(value: number): void {
    this.#addBytes(value >>> 0, 4);
    this.#addBytes(Math.floor(value / twoTo32) >>> 0, 4);
  }

  /** Takes in the lowest bytes of a word. The low half is multiplied in parts of 16 bits, so that what is carried over is exact. */
  #addBytes(word: number, count: number): void {
    let high = this.#halves[0] as number;
    let low = this.#halves[1] as number;
    for (let shift = 0; shift < 8 * count; shift += 8) {
      low ^= (word >>> shift) & 0xff;
      const carried = ((low >>> 16) * prime + (((low & 0xffff) * prime) >>> 16)) >>> 16;
      high = (Math.imul(high, prime) + carried + (low << 8)) | 0;
      low = Math.imul(low, prime);
    }
    this.#halves[0] = high;
    this.#halves[1] = low;
  }

  /** Both halves: a trace goes on from them. */
  snapshot(): readonly [high: number, low: number] {
    const [high = 0, low = 0] = this.#halves;
    return [high, low];
  }

  restore(halves: readonly [high: number, low: number]): void {
    this.#halves.set(halves);
  }

  /** Sixteen hexadecimal digits. */
  toString(): string {
    return Array.from(this.#halves, (half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
