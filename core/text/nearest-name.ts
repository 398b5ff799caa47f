import { distance } from 'fastest-levenshtein';

/** A name of fewer characters is the beginning of too many others. */
const shortestBeginning = 4;

/**
 * The candidate a person most likely meant by `name` ("did you mean"), or undefined when none is near.
 * Near is an edit distance of at most a third of the length, or a candidate that goes on where the name ends; case
 * does not count. Ties go to the earlier candidate.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase().slice(0, 128);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const offered = candidate.toLowerCase();
    const goesOn = wanted.length >= shortestBeginning && offered.startsWith(wanted);
    const edits = goesOn ? 1 : distance(wanted, offered);
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
