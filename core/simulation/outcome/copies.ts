import type { Simulation } from '../engine/simulation.ts';
import { none } from '../engine/state.ts';
import { kindOfCopy } from '../engine/storage/branches.ts';
import { copyStateOf, isCopyEvent } from '../engine/storage/copy-rows.ts';
import { storedBytesOf } from '../engine/storage/stored-pages.ts';
import type { Row } from '../run.ts';
import type { CopyOutcome } from '../timeline.ts';

const gibibyte = 1_073_741_824;
const hour = 3_600_000;

/** Copies that were made in a run, whether or not they are there at its end. */
export function copiesMade(sim: Simulation): readonly Row[] {
  return sim.run.events.flatMap((event, row) =>
    isCopyEvent(event) && copyStateOf(sim, row) !== 'absent' ? [row] : [],
  );
}

/** What each copy took, and what it came to. */
export function copyOutcomes(sim: Simulation): readonly CopyOutcome[] {
  return copiesMade(sim).map((copy) => outcomeOf(sim, copy));
}

function outcomeOf(sim: Simulation, copy: Row): CopyOutcome {
  const { branches } = sim.state;
  const event = sim.run.events[copy];
  const since = branches.since.get(copy);
  const end = branches.deletedAt.get(copy) === none ? sim.now : branches.deletedAt.get(copy);
  const isAvailable = copyStateOf(sim, copy) !== 'creating' && branches.availableAt.get(copy) <= end;
  const answersAt = branches.answers.get(copy) === 1 ? branches.instanceAt.get(copy) : undefined;
  const { billed, billedToSource } = byteTimeOf(sim, copy);
  return {
    name: event !== undefined && isCopyEvent(event) ? event.name : '',
    kind: kindOfCopy(sim, copy),
    atSeconds: since / 1000,
    availableAfterSeconds: isAvailable ? (branches.availableAt.get(copy) - since) / 1000 : null,
    answersAfterSeconds: answersAt === undefined ? null : (answersAt - since) / 1000,
    missingSeconds: branches.missing.get(copy) / 1000,
    gibibytes: thousandths(branches.bytes.get(copy) / gibibyte),
    billedGibHours: thousandths(billed / gibibyte / hour),
    sourceGibHours: thousandths(billedToSource / gibibyte / hour),
  };
}

/** What the storage of a copy came to until now, in bytes times milliseconds. */
export function byteTimeOf(sim: Simulation, copy: Row): { readonly billed: number; readonly billedToSource: number } {
  const { branches } = sim.state;
  const stored = storedBytesOf(sim, branches.cluster.get(copy)).get(copy);
  const elapsed = sim.now - branches.meteredAt.get(copy);
  const since = (before: number, now: number) => ((before + now) / 2) * elapsed;
  const billed = stored === undefined ? 0 : since(branches.billedBytes.get(copy), stored.billed);
  const toSource = stored === undefined ? 0 : since(branches.sourceBytes.get(copy), stored.billedToSource);
  return { billed: branches.billed.get(copy) + billed, billedToSource: branches.billedToSource.get(copy) + toSource };
}

function thousandths(amount: number): number {
  return Math.round(amount * 1000) / 1000;
}
