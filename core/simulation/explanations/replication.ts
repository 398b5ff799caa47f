import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A Region has fetched all that it had missed. */
export function caughtUp(region: string, takes: number): Note {
  return note(
    'partition-ends',
    'caught up',
    `${region} has caught up after ${inShort(takes)} and follows with its usual lag.`,
    'It fetched what it had missed faster than new commits came; how fast is assumed.',
    'assumed',
  );
}

/** Writes that readers of a secondary pass on find no way to the primary Region. */
export function forwardingLost(region: string, primary: string): Note {
  return note(
    'writes-stalled',
    'forwarding fails',
    `Writes sent to ${region} fail: its readers forward them to ${primary}, out of reach.`,
    'Write forwarding has no way of its own; reads that ask for their own writes wait as well.',
    sources.writeForwarding,
  );
}

/** Every secondary is further behind than the bound allows. */
export function recoveryPointPassed(bound: number, secondaries: readonly string[]): Note {
  const [only] = secondaries;
  return note(
    'writes-stalled',
    'commits wait',
    `Every commit waits: no secondary is less than ${inShort(bound)} behind (rds.global_db_rpo).`,
    secondaries.length === 1
      ? `${only} is the only one: without it nothing is committed until the parameter is reset.`
      : `All ${secondaries.length} are behind; one within the bound is enough for commits to go on.`,
    sources.recoveryPoint,
  );
}

export function recoveryPointKept(bound: number, after: number): Note {
  return note(
    'writes-up',
    'commits go on',
    `Commits go on after ${inShort(after)}: a secondary is less than ${inShort(bound)} behind again.`,
    'They waited and were not lost.',
    sources.recoveryPoint,
  );
}
