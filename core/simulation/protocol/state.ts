import { Column, none } from '../engine/state.ts';
import { segmentsPerGroup } from '../quorum.ts';

/** Places for segments of a group: its six members, then for each of them the one that may replace it. */
export const seatsPerGroup: number = 2 * segmentsPerGroup;

/** What a seat is to its group. */
export const seatStates = [
  /** It holds what a member has to hold, as far as its SCL says. */
  'whole',
  /** It was away, and something was written meanwhile. */
  'behind',
  /** Everything that it held is gone. */
  'destroyed',
  /** A new segment that holds nothing yet. */
  'hydrating',
  /** Nobody sits there. */
  'vacant',
] as const;

export type SeatState = (typeof seatStates)[number];

const columns = {
  /** One row. Points of the log are numbers of records; 0 is everything from before. */
  volume: [
    'next',
    /** LSN of the record written last, and the LSN from which the allocation limit counts. */
    'lsn',
    'limitFrom',
    'vcl',
    'vdl',
    /** The newest commit that was acknowledged to a client, and how many were. */
    'acknowledged',
    'acknowledgedCommits',
    'blocked',
    'epoch',
    'writer',
    /** Who becomes the writer once the volume is recovered, and the number of that recovery. */
    'candidate',
    'candidateEpoch',
    'recovery',
    'taking',
    'excludedSlot',
    /** The newest epoch in which a record was taken, and from whom. */
    'acceptedEpoch',
    'acceptedWriter',
    /** Pages that a segment refused to give out because their checksum was wrong, and records that came with an older epoch. */
    'refusedPages',
    'refusedRecords',
    'truncations',
    /** Hash of all messages that have arrived. */
    'trace',
  ],
  /** The epoch of the membership, and the one that the writer knows of. */
  groups: ['tail', 'pgcl', 'membershipEpoch', 'knownMembership', 'acknowledgedTail'],
  /** Row: twelve times the row of the group, plus the seat. */
  seats: [
    'state',
    'away',
    'scl',
    'known',
    'epoch',
    'membershipEpoch',
    'collected',
    'asking',
    'answered',
    'corrupt',
    'scrubToken',
  ],
  instances: ['alive', 'applied', 'readPoint', 'token'],
  /** A window over the newest records. */
  records: ['group', 'previous', 'following', 'flags', 'lsn', 'held', 'issuer'],
} as const;

type Tables = { readonly [T in keyof typeof columns]: { readonly [C in (typeof columns)[T][number]]: Column } };

/** What is true of the protocol at one instant, as tables over one buffer. */
export interface ProtocolState extends Tables {
  readonly cells: Float64Array;
  /** How many records the window holds; a power of two. */
  readonly window: number;
}

/** How many rows the tables of a volume have. */
export interface ProtocolSize {
  readonly groups: number;
  readonly instances: number;
  /** Records in the window; a power of two. */
  readonly window: number;
}

/** The window for so many records that are written and not durable yet, and as many that a recovery annulled. */
export function windowFor(recordsAtOnce: number): number {
  let window = 64;
  while (window < 2 * recordsAtOnce + 64) window *= 2;
  return window;
}

function rowsOf({ groups, instances, window }: ProtocolSize): Readonly<Record<keyof Tables, number>> {
  return { volume: 1, groups, seats: groups * seatsPerGroup, instances, records: window };
}

/** The tables of a volume over its cells; over new ones, all of them 0, when none are given. */
export function layOutProtocol(size: ProtocolSize, given?: Float64Array): ProtocolState {
  const rows = rowsOf(size);
  const cells = given ?? new Float64Array(tableNames.reduce((sum, name) => sum + columns[name].length * rows[name], 0));
  let offset = 0;
  const layOut = (table: keyof Tables) =>
    Object.fromEntries(
      columns[table].map((column) => {
        const part = cells.subarray(offset, offset + rows[table]);
        offset += rows[table];
        return [column, new Column(part)];
      }),
    );
  const tables = Object.fromEntries(tableNames.map((table) => [table, layOut(table)])) as unknown as Tables;
  return { cells, window: size.window, ...tables };
}

const tableNames = Object.keys(columns) as (keyof Tables)[];

/** Takes over the rows of a state that has no more of them. */
export function takeOverProtocol(state: ProtocolState, former: ProtocolState): void {
  for (const table of tableNames) {
    const [target, source]: Readonly<Record<string, Column>>[] = [state[table], former[table]];
    for (const [name, column] of Object.entries(source ?? {})) target?.[name]?.takeOver(column);
  }
}

/** A state in which six members of every group hold everything, and nobody writes. */
export function createProtocolState(size: ProtocolSize): ProtocolState {
  const state = layOutProtocol(size);
  const { volume, seats, instances } = state;
  volume.next.set(0, 1);
  volume.epoch.set(0, 1);
  for (const column of ['writer', 'candidate', 'excludedSlot', 'acceptedWriter'] as const) volume[column].set(0, none);
  for (let row = 0; row < size.groups * seatsPerGroup; row++) {
    const isMember = row % seatsPerGroup < segmentsPerGroup;
    seats.state.set(row, seatStates.indexOf(isMember ? 'whole' : 'vacant'));
    seats.epoch.set(row, 1);
    if (!isMember) for (const column of ['scl', 'known', 'collected'] as const) seats[column].set(row, none);
  }
  for (let row = 0; row < size.instances; row++) instances.readPoint.set(row, none);
  return state;
}
