/** Words of state that one stream of random numbers needs. */
export const wordsPerStream = 4;

const twoTo32 = 0x1_0000_0000;

/** SplitMix32: spreads a seed over the words of a stream, so that near seeds give unlike streams. */
function splitMix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** FNV-1a over the UTF-16 units of a text, 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/**
 * Seeds the stream of one component. It depends on the seed of the run and the name of the component only, so adding an
 * instance to a design leaves what happens to the others as it was.
 */
export function seedStream(words: Uint32Array, seed: number, component: string): void {
  const low = splitMix32(seed >>> 0);
  const next = splitMix32(low() ^ Math.floor(seed / twoTo32) ^ hash32(component));
  for (let index = 0; index < wordsPerStream; index++) words[index] = next();
  words[0] = (words[0] ?? 0) | 1;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The next 32 random bits of a stream: xoshiro128** (Blackman and Vigna, 2018), in integers only. */
export function nextWord(words: Uint32Array): number {
  const a = words[0] as number;
  const b = words[1] as number;
  const c = words[2] as number;
  const d = words[3] as number;
  const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
  const third = c ^ a;
  const fourth = d ^ b;
  words[0] = a ^ fourth;
  words[1] = b ^ third;
  words[2] = third ^ (b << 9);
  words[3] = rotateLeft(fourth, 11);
  return result;
}

/** A number from 0 to below 1, each of 2^53 as likely. */
export function nextFraction(words: Uint32Array): number {
  const high = nextWord(words) >>> 5;
  return (high * 67_108_864 + (nextWord(words) >>> 6)) / 9_007_199_254_740_992;
}

/** A whole number from `min` to `max`, each as likely; where they lie 2^32 or more apart, nearly so. */
export function nextInteger(words: Uint32Array, min: number, max: number): number {
  const span = max - min + 1;
  if (span > twoTo32) return min + Math.floor(nextFraction(words) * span);
  const fair = twoTo32 - (twoTo32 % span);
  let word = nextWord(words);
  while (word >= fair) word = nextWord(words);
  return min + (word % span);
}
