import type { ExpectationOutcome } from '../timeline.ts';
import { holds, parseNumberComparison } from './comparison.ts';

/** What became of an expectation, and what was seen. */
export type Judgement = Pick<ExpectationOutcome, 'outcome' | 'detail'>;

/** It could be judged: it holds or it does not. */
export function judged(passes: boolean, detail: string): Judgement {
  return { outcome: passes ? 'pass' : 'fail', detail };
}

/** It could not be judged, for this reason. */
export function inconclusive(detail: string): Judgement {
  return { outcome: 'inconclusive', detail };
}

/** Judges a comparison with a number, such as `> 8`, of what was measured. */
export function judgeNumber(expected: string, measured: number | null, detail: string): Judgement {
  const comparison = parseNumberComparison(expected);
  if (comparison === undefined)
    return inconclusive(`${expected} cannot be read; write a number, or one such as "> 8".`);
  return judged(holds(comparison, measured), detail);
}
