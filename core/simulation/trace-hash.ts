const twoTo32 = 0x1_0000_0000;

/**
 * FNV-1a, 64 bits, over whole numbers: the same run gives the same hash on every machine. Two halves of 32 bits, because
 * a product of two 64-bit numbers does not fit a JavaScript number.
 */
export class TraceHash {
  #high = 0xcbf29ce4;
  #low = 0x84222325;

  /** Takes in one byte. */
  addByte(byte: number): void {
    const low = (this.#low ^ (byte & 0xff)) >>> 0;
    const product = low * 0x1b3;
    this.#high = (Math.imul(this.#high, 0x1b3) + Math.floor(product / twoTo32) + (low << 8)) >>> 0;
    this.#low = product % twoTo32;
  }

  /** Takes in a whole number of at most 53 bits, lowest byte first. */
  add(value: number): void {
    this.#addWord(value >>> 0);
    this.#addWord(Math.floor(value / twoTo32) >>> 0);
  }

  #addWord(word: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.addByte(word >>> shift);
  }

  /** Both halves: a trace goes on from them. */
  snapshot(): readonly [high: number, low: number] {
    return [this.#high, this.#low];
  }

  restore([high, low]: readonly [high: number, low: number]): void {
    this.#high = high;
    this.#low = low;
  }

  /** Sixteen hexadecimal digits. */
  toString(): string {
    return [this.#high, this.#low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}
