import { none } from '../engine/state.ts';
import { EventQueue } from '../event-queue.ts';
import type { QuorumSets } from '../quorum-expression.ts';
import { nextInteger, seedStream, wordsPerStream } from '../random.ts';
import type { Row } from '../run.ts';
import type { Instant } from '../timeline.ts';
import { allRules, type ProtocolRules } from './rules.ts';
import {
  createProtocolState,
  type ProtocolSize,
  type ProtocolState,
  type SeatState,
  seatStates,
  seatsPerGroup,
  windowFor,
} from './state.ts';
import type { ProtocolInvariant, ProtocolViolation } from './violations.ts';

/** What the protocol is played with. Times in milliseconds. */
export interface ProtocolOptions {
  readonly groups: number;
  readonly instances: number;
  readonly seed: number;
  /** Six equal segments, or three full ones (log and pages: A, B, C) and three tail ones (log alone: D, E, F). */
  readonly quorum: 'count' | 'full-tail';
  /** A mini-transaction of one to three records is written so often. */
  readonly writeInterval: number;
  /** LSNs for which a record stands: it is a sample of what the workload writes. */
  readonly lsnsPerRecord: number;
  /** LSNs that may be given out above the VDL. Source: Verbitski 2017, 4.2.1. */
  readonly allocationLimit: number;
  /** How long a message takes; one of `lostOneIn` between writer and segments is lost. */
  readonly message: { readonly min: number; readonly max: number };
  readonly lostOneIn: number;
  /** After how long scrubbing finds wrong bytes; left out where somebody else scrubs. */
  readonly scrub?: { readonly min: number; readonly max: number };
  readonly rules: ProtocolRules;
}

export const defaultProtocolOptions: Omit<ProtocolOptions, 'groups' | 'instances' | 'seed'> = {
  quorum: 'count',
  writeInterval: 500,
  lsnsPerRecord: 10_000,
  allocationLimit: 10_000_000,
  message: { min: 1, max: 5 },
  lostOneIn: 50,
  rules: allRules,
};

/** The protection groups of a volume, record by record: what every part of the protocol works on. */
export interface ProtocolVolume {
  readonly options: ProtocolOptions;
  readonly groups: readonly Row[];
  readonly state: ProtocolState;
  readonly queue: EventQueue;
  /** Words of the one stream of random numbers. */
  readonly random: Uint32Array;
  readonly violations: ProtocolViolation[];
  /** What writes and recoveries need, for each membership that there has been. */
  readonly quorumSets: Map<number, QuorumSets>;
  now: Instant;
}

/** A volume in which everything from before is held by all six segments of every group, and nobody writes yet. */
export function createVolume(
  options: Pick<ProtocolOptions, 'groups' | 'instances' | 'seed'> & Partial<ProtocolOptions>,
): ProtocolVolume {
  const all = { ...defaultProtocolOptions, ...options };
  const random = new Uint32Array(wordsPerStream);
  seedStream(random, all.seed, 'protocol');
  const state = createProtocolState(sizeOfVolume(all));
  return {
    options: all,
    groups: Array.from({ length: all.groups }, (_, row) => row),
    state,
    queue: new EventQueue(),
    random,
    violations: [],
    quorumSets: new Map(),
    now: 0,
  };
}

/** How many rows the tables of a volume have. */
export function sizeOfVolume({ groups, instances, allocationLimit, lsnsPerRecord }: ProtocolOptions): ProtocolSize {
  return { groups, instances, window: windowFor(Math.ceil(allocationLimit / lsnsPerRecord)) };
}

export function draw({ random }: ProtocolVolume, { min, max }: { readonly min: number; readonly max: number }): number {
  return min === max ? min : nextInteger(random, min, max);
}

export function seatRow(group: Row, seat: number): Row {
  return group * seatsPerGroup + seat;
}

export function groupOfSeat(row: Row): Row {
  return Math.floor(row / seatsPerGroup);
}

export function seatStateOf({ state }: ProtocolVolume, row: Row): SeatState {
  return seatStates[state.seats.state.get(row)] as SeatState;
}

export function setSeatState({ state }: ProtocolVolume, row: Row, next: SeatState): void {
  state.seats.state.set(row, seatStates.indexOf(next));
}

/** Whether a segment can be reached and holds what its SCL says. */
export function isPresent(volume: ProtocolVolume, row: Row): boolean {
  return seatStateOf(volume, row) === 'whole' && volume.state.seats.away.get(row) === 0;
}

/** Takes everything away that a segment held. */
export function emptySeat({ state }: ProtocolVolume, row: Row): void {
  const { seats, records } = state;
  for (const column of ['scl', 'known', 'collected'] as const) seats[column].set(row, none);
  for (const column of ['asking', 'answered', 'corrupt'] as const) seats[column].set(row, 0);
  seats.scrubToken.set(row, seats.scrubToken.get(row) + 1);
  const group = groupOfSeat(row);
  const bit = 1 << (row % seatsPerGroup);
  for (let slot = 0; slot < state.window; slot++) {
    if (records.group.get(slot) === group) records.held.set(slot, records.held.get(slot) & ~bit);
  }
}

/** Takes down that an invariant broke; the first time counts. */
export function violate({ violations, now }: ProtocolVolume, invariant: ProtocolInvariant, detail: string): void {
  if (violations.some((violation) => violation.invariant === invariant)) return;
  violations.push({ invariant, at: now, detail });
}
