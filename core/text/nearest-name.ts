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

/** Words of fewer letters differ by one letter from too many others. */
const shortestSlip = 4;

/**
 * Whether `name` can only be a slip for `meant` of all `candidates`: it differs in case alone, or by one letter too few,
 * too many or wrong, and no other candidate is as near. A digit is no slip: `db.r6g` and `db.r7g` are two things.
 */
export function isSlipFor(meant: string, name: string, candidates: Iterable<string>): boolean {
  const wanted = name.toLowerCase();
  const isNear = (candidate: string) =>
    Math.abs(wanted.length - candidate.length) <= 1 && distance(wanted, candidate.toLowerCase()) <= 1;
  if (wanted === meant.toLowerCase()) return true;
  if (wanted.length < shortestSlip || digitsOf(wanted) !== digitsOf(meant) || !isNear(meant)) return false;
  return [...candidates].every((candidate) => candidate === meant || !isNear(candidate));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
