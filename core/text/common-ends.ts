/** How much of two texts is the same, from the beginning and back from the end; never the same characters twice. */
export interface CommonEnds {
  readonly start: number;
  readonly end: number;
}

/** As many characters as are compared at once: comparing pieces is much faster than comparing characters. */
const pieceLength = 512;

/** What an edit left alone: the lengths of what two texts begin and end with. */
export function commonEnds(a: string, b: string): CommonEnds {
  const most = Math.min(a.length, b.length);
  const start = sameFrom(most, (from, to) => a.slice(from, to) === b.slice(from, to));
  const end = sameFrom(most - start, (from, to) => {
    return a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  });
  return { start, end };
}

function sameFrom(most: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let step = pieceLength; step >= 1; step = Math.floor(step / 8)) {
    while (length + step <= most && isSame(length, length + step)) length += step;
  }
  return length;
}
