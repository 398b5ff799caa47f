import { segmentsPerGroup } from '../quorum.ts';
import { seedStream, wordsPerStream } from '../random.ts';
import type { Row, Run } from '../run.ts';
import type { ClusterMoment, InstanceState } from '../timeline.ts';

/** What stands in a cell when there is no instant, no row, no quorum change. */
export const none = -1;

/** Codes of the states of an instance, in cells. */
export const instanceStates = [
  'running',
  'failed',
  'unreachable',
  'promoting',
  'restarting',
  'recreating',
  'creating',
  'modifying',
  'upgrading',
  'resuming',
  /** It does not exist: it was removed, or not added yet. */
  'absent',
] as const satisfies readonly (InstanceState | 'absent')[];

/** Where a cluster stands on the way to a writer. */
export const phases = [
  /** It has its writer, or it is a cluster of readers. */
  'settled',
  /** The writer is lost, and that is not noticed yet; or it restarts in place. */
  'lost',
  /** A reader is being promoted. */
  'promoting',
  /** The next writer is ready; the volume has not taken its epoch yet. */
  'recovering',
  /** The new writer runs; the cluster endpoint does not lead to it yet. */
  'repointing',
  /** The loss is noticed and nobody can be promoted. */
  'waiting',
  /** Writes are moving to another Region: this cluster takes none. */
  'fenced',
] as const;

export type Phase = (typeof phases)[number];

/** Whether a cluster exists, and has its volume. */
export const presences = ['present', 'absent', 'copying', 'interrupted'] as const;

/** Codes of where a copy of the volume stands. */
export const copyStates = ['absent', 'creating', 'available', 'deleted'] as const;

/** Codes of what becomes of a write. */
export const writeStates = ['up', 'stalled', 'down'] as const satisfies readonly ClusterMoment['writes'][];

/** Codes of what becomes of a read. */
export const readStates = ['up', 'down'] as const satisfies readonly ClusterMoment['reads'][];

/** What a segment holds. */
export const contents = ['complete', 'behind', 'destroyed'] as const;

const columns = {
  clusters: [
    'isPrimary',
    'regionFailures',
    'darkSince',
    'writer',
    /** The instance to which the cluster endpoint leads. */
    'endpoint',
    'phase',
    'candidate',
    /** The instance whose loss has to be noticed before anything goes on. */
    'noticing',
    'token',
    /** Epoch of the volume: writes of another one are refused. */
    'epoch',
    /** Slot of the AZ that does not count in the quorum at present. */
    'excludedSlot',
    /** Whether the next change of the endpoint is that of the global one. */
    'globalMove',
    /** Whether it has to be rebuilt from a new primary Region as soon as it is lit. */
    'needsRebuild',
    /** Until when it is rebuilt; 0 when it never was. */
    'rebuiltAt',
    'lag',
    /** Whether replication to it is cut off, and the commits that had arrived by then. */
    'cutOff',
    'arrived',
    /** Since when it fetches what it missed, and how long a minute of commits takes. */
    'catchingUpSince',
    'catchUpPerMinute',
    /** Capacity range of its Serverless v2 instances, in half ACU; none where it is not known. */
    'minCapacity',
    'maxCapacity',
    /** Whether a step up, and one down, of these capacities is due. */
    'growing',
    'shrinking',
    /** Whether nobody is connected, and the token of the pause that follows. */
    'idle',
    'idleToken',
    /** Whether it follows nobody any more, since a binlog replica was promoted. */
    'standsAlone',
    /** Whether it exists; of one that the run adds since when, and its first copy: from whom, until when, under which token. */
    'presence',
    'addedAt',
    'copyFrom',
    'copyDue',
    'copyToken',
    /** Half ACU times milliseconds. */
    'acuUse',
    /** Which segments of its volume are in reach and complete, by `standingOf`, when its groups were last looked at. */
    'standing',
  ],
  zones: ['failures', 'darkSince', 'cutOffs', 'cutOffSince', 'token', 'darkForLong'],
  instances: [
    'state',
    'since',
    'token',
    'failures',
    'epoch',
    /** Whether the run has given it another AZ, class or promotion tier than it began with, and which. */
    'changed',
    'zone',
    /** Index in the classes of the run; none for an unknown one. */
    'class',
    'promotionTier',
    /** In half ACU; 0 while it is paused. Of a Serverless v2 instance alone. */
    'capacity',
    /** Milliseconds for which it is billed since it was created or got its class. */
    'billed',
    /** Whether it runs on the far side of a partition, where nobody reaches it. */
    'cutOff',
    /** Whether it is to be patched when its turn comes, in a multi-master cluster. */
    'awaitsPatch',
  ],
  /** Row: event of the scenario. The side of a partition that lasts on which the clients are; none otherwise. */
  partitions: ['home'],
  /** Row: event of the scenario that drops data. How much it is, how many commits came before it, and when it was. */
  drops: ['bytes', 'commits', 'since'],
  /** Copies of a volume that branch off it. Row: event of the scenario that makes the copy. */
  branches: [
    'state',
    'cluster',
    /** When it was asked for, is available, its instance answers, and it was deleted; none as long as that is not known. */
    'since',
    'availableAt',
    'answers',
    'instanceAt',
    'deletedAt',
    /** What it holds, in bytes. */
    'bytes',
    /** Commits that it holds: those acknowledged until then. */
    'commits',
    /** Commits since then that it does not hold. */
    'missing',
    /** Whether it shares the pages of the volume, and the writes that the source had taken when it was made, in thousandths. */
    'sharesPages',
    'sourceWrites',
    /** Its writes per second, since when, and those taken before, in thousandths. */
    'writesPerSecond',
    'writesSince',
    'writesTaken',
    /** When its storage was metered last: bytes that it is billed then, and those that the source keeps for it. */
    'meteredAt',
    'billedBytes',
    'sourceBytes',
    /** The same over time, in bytes times milliseconds. */
    'billed',
    'billedToSource',
  ],
  /** Row: class of the run, and a last one for unknown classes. Milliseconds of instances. */
  classes: ['use'],
  policies: [
    /** Where its metric lies: below the target, at it or above it. */
    'side',
    /** What else its alarm depends on, so that a change is seen. */
    'readers',
    'metric',
    'token',
    /** Whether the alarm has been raised. */
    'alarmed',
    /** Whether readers that it added are being created, and until when its last activity keeps it quiet. */
    'creating',
    'quietUntil',
  ],
  /** Row: six times the row of the group, plus the segment. */
  segments: [
    'content',
    'holdsUpTo',
    'copying',
    'token',
    /** One more than the index of the event that made bytes of it wrong; 0 while they are right. */
    'corrupt',
  ],
  /** Row: 64 times the cluster, plus a mask of destroyed segments. How many groups that fail by themselves lack just these. */
  masks: ['groups'],
  /** One row: the change of the primary Region that is under way, and what is measured. */
  run: [
    'moveTarget',
    'movePlanned',
    'moveLoss',
    /** What the primary does for its clients, and since when. */
    'writes',
    'writesSince',
    /** Whether commits wait because every secondary is further behind than `rds.global_db_rpo`, and did when the wait began. */
    'pastRecoveryPoint',
    'waitsForSecondary',
    /** When replication next comes to a point at which something changes. */
    'replicationDue',
    /** The group for which commits wait; none when it is all of them. */
    'stalledGroup',
    'reads',
    'writerLostAt',
    'regionLostAt',
    'writesUnavailable',
    'readsUnavailable',
    'writerRecovery',
    'regionRecovery',
    'dataLoss',
    'regionDataLoss',
    /** Protection groups of the volume of the primary, and when it next may need another one. */
    'groups',
    'growthDue',
    /** The worst level among the groups of the primary that fail by themselves, and the one of them that the event concerns. */
    'groupLevel',
    'touchedGroup',
    /** When the primary cluster was deleted; none as long as it is not. */
    'deletedAt',
    /** Copies of the volume that were made, and when they are looked at next. */
    'copiesMade',
    'copyDue',
    /** Commits that were taken back on purpose. */
    'takenBack',
    'promoted',
    /** What is asked of the primary; none where it is not known. */
    'readsPerSecond',
    'writesPerSecond',
    'connections',
    /** Thousandths of reads and writes that were served, and whether nobody knows how many. */
    'readsServed',
    'writesServed',
    /** The writes once more for each Region that they were replicated to. */
    'writesReplicated',
    /** Thousandths of writes that were rolled back in conflicts between writers, and whether nobody knows how many. */
    'writesRolledBack',
    'unknownConflicts',
    'unknownRequests',
  ],
} as const;

/** One number for each row of a table. */
export class Column {
  readonly #cells: Float64Array;

  constructor(cells: Float64Array) {
    this.#cells = cells;
  }

  get(row: Row): number {
    return this.#cells[row] as number;
  }

  set(row: Row, value: number): void {
    this.#cells[row] = value;
  }

  /** Takes over the rows of another column, which has no more of them. */
  takeOver(other: Column): void {
    this.#cells.set(other.#cells);
  }
}

type Tables = { readonly [T in keyof typeof columns]: { readonly [C in (typeof columns)[T][number]]: Column } };

/** What is true at one instant of a run, as tables over one buffer, so that a copy of it is a copy of a few arrays. */
export interface State extends Tables, Arrays {}

interface Arrays {
  readonly cells: Float64Array;
  /** Words of the random streams: one stream per cluster, then one per group that fails by itself, then one per instance. */
  readonly random: Uint32Array;
  /** Of each group that fails by itself a mask of its destroyed segments; see `group-masks.ts`. */
  readonly destroyed: Uint8Array;
  /** Of each segment of these groups how often a copy of it began or ended: odd while it is being copied. */
  readonly copies: Uint16Array;
}

/** A state with a cell for everything in the run, all of them 0, and the random streams of its seed. */
export function createState(run: Run): State {
  const destroyed = new Uint8Array(failingGroupsOf(run));
  const copies = new Uint16Array(destroyed.length * segmentsPerGroup);
  return layOut(run, { cells: new Float64Array(cellsOf(run)), random: createStreams(run), destroyed, copies });
}

/** How many groups of all volumes fail by themselves. */
export function failingGroupsOf({ clusters }: Run): number {
  return clusters.reduce((sum, { failing }) => sum + failing.count, 0);
}

/** What is true at an instant, as copies that nothing changes any more; `run` says what stands where. */
export interface StateSnapshot extends Arrays {
  readonly run: Run;
}

export function snapshotState({ cells, random, destroyed, copies }: State, run: Run): StateSnapshot {
  return {
    run,
    cells: cells.slice(),
    random: random.slice(),
    destroyed: destroyed.slice(),
    copies: copies.slice(),
  };
}

/** Puts a state back to a snapshot, of the same run or of one that begins with the same rows. */
export function restoreState(state: State, snapshot: StateSnapshot): void {
  const { run, cells, random, destroyed, copies } = snapshot;
  state.random.set(random);
  state.destroyed.set(destroyed);
  state.copies.set(copies);
  if (cells.length === state.cells.length) {
    state.cells.set(cells);
    return;
  }
  const former = layOut(run, snapshot);
  for (const table of tableNames) {
    const [target, source]: Readonly<Record<string, Column>>[] = [state[table], former[table]];
    for (const [name, column] of Object.entries(source ?? {})) target?.[name]?.takeOver(column);
  }
}

const tableNames = Object.keys(columns) as (keyof Tables)[];

function rowsOf(run: Run): Readonly<Record<keyof Tables, number>> {
  return {
    clusters: run.clusters.length,
    zones: run.zones.length,
    instances: run.instances.length,
    classes: run.classes.length + 1,
    policies: run.policies.length,
    segments: run.groups.length * segmentsPerGroup,
    partitions: run.events.length,
    drops: run.events.length,
    masks: failingGroupsOf(run) > 0 ? run.clusters.length * 64 : 0,
    branches: run.events.length,
    run: 1,
  };
}

function cellsOf(run: Run): number {
  const rows = rowsOf(run);
  return tableNames.reduce((size, table) => size + columns[table].length * rows[table], 0);
}

/** The tables of a run over its cells. */
function layOut(run: Run, { cells, random, destroyed, copies }: Arrays): State {
  const rows = rowsOf(run);
  let offset = 0;
  const tables = tableNames.map((table) => [
    table,
    Object.fromEntries(
      columns[table].map((column) => {
        const part = cells.subarray(offset, offset + rows[table]);
        offset += rows[table];
        return [column, new Column(part)];
      }),
    ),
  ]);
  return { cells, random, destroyed, copies, ...(Object.fromEntries(tables) as Tables) };
}

function createStreams(run: Run): Uint32Array {
  const components = [
    ...run.clusters.map(({ region }) => `cluster ${region}`),
    ...run.clusters.flatMap(({ region, failing }) =>
      Array.from({ length: failing.count }, (_, number) => `group ${region} pg-${number}`),
    ),
    ...run.instances.map(({ id }) => `instance ${id}`),
  ];
  const words = new Uint32Array(components.length * wordsPerStream);
  for (const [index, component] of components.entries()) {
    seedStream(words.subarray(index * wordsPerStream, (index + 1) * wordsPerStream), run.seed, component);
  }
  return words;
}
