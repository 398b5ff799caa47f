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
    /** Pages that a segment refused to give out because their checksum was wrong, and records taken with an older epoch. */
    'refusedPages',
    'refusedRecords',
    'truncations',
  ],
  groups: ['tail', 'pgcl', 'membershipEpoch', 'acknowledgedTail'],
  /** Row: twelve times the row of the group, plus the seat. */
  seats: ['state', 'away', 'scl', 'known', 'epoch', 'collected', 'asking', 'answered', 'corrupt', 'scrubToken'],
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

/** A state in which six members of every group hold everything, and nobody writes. */
export function createProtocolState(groups: number, instances: number, recordsAtOnce: number): ProtocolState {
  let window = 64;
  while (window < 2 * recordsAtOnce + 64) window *= 2;
  const rows: Readonly<Record<keyof Tables, number>> = {
    volume: 1,
    groups,
    seats: groups * seatsPerGroup,
    instances,
    records: window,
  };
  const names = Object.keys(columns) as (keyof Tables)[];
  const cells = new Float64Array(names.reduce((size, table) => size + columns[table].length * rows[table], 0));
  let offset = 0;
  const layOut = (table: keyof Tables) =>
    Object.fromEntries(
      columns[table].map((column) => {
        const part = cells.subarray(offset, offset + rows[table]);
        offset += rows[table];
        return [column, new Column(part)];
      }),
    );
  const tables = Object.fromEntries(names.map((table) => [table, layOut(table)])) as unknown as Tables;
  const { volume, seats, instances: known } = tables;
  volume.next.set(0, 1);
  volume.epoch.set(0, 1);
  for (const column of ['writer', 'candidate', 'excludedSlot', 'acceptedWriter'] as const) volume[column].set(0, none);
  for (let row = 0; row < rows.seats; row++) {
    const isMember = row % seatsPerGroup < segmentsPerGroup;
    seats.state.set(row, seatStates.indexOf(isMember ? 'whole' : 'vacant'));
    seats.epoch.set(row, 1);
    if (!isMember) for (const column of ['scl', 'known', 'collected'] as const) seats[column].set(row, none);
  }
  for (let row = 0; row < instances; row++) known.readPoint.set(row, none);
  return { cells, window, ...tables };
}
