import type { Path } from '../design/path.ts';

/** Milliseconds from the start of a run. */
export type Instant = number;

/** What an instance is doing. */
export type InstanceState =
  | 'running'
  | 'failed'
  | 'unreachable'
  | 'promoting'
  | 'restarting'
  | 'recreating'
  /** It is new, and not ready yet. */
  | 'creating'
  /** It gets another class. */
  | 'modifying'
  /** Its engine is patched. */
  | 'upgrading'
  /** It was paused, and does not answer yet. */
  | 'resuming';

/** What one segment of a protection group is doing; only a complete one counts for a quorum. */
export type SegmentState = 'complete' | 'dark' | 'cut-off' | 'failed' | 'copying';

export interface InstanceMoment {
  readonly id: string;
  readonly role: 'writer' | 'reader';
  /** The AZ in which it stands. */
  readonly zone: string;
  /** Its class now; absent when it is unknown. */
  readonly class?: string;
  readonly promotionTier: number;
  readonly state: InstanceState;
  /** Since when it has been in this state. */
  readonly since: Instant;
  /** Capacity of a Serverless v2 instance in ACU; 0 while it is paused. */
  readonly capacity?: number;
  /** How busy it is, 0 to 100 percent; absent while it does not run, or when no load is known. */
  readonly load?: number;
  /** How far a reader of the primary is behind the writer, in milliseconds; absent when no writes are known. */
  readonly lag?: number;
}

export interface ZoneMoment {
  readonly name: string;
  /** Since when the AZ has been dark; absent while it is lit. */
  readonly darkSince?: Instant;
  /** Since when a partition has kept the AZ from the clients and from most copies; absent while nothing does. */
  readonly cutOffSince?: Instant;
}

export interface EndpointMoment {
  /** `cluster`, `reader`, `global`, or the id of a custom endpoint. */
  readonly name: string;
  /** Ids of the instances that answer now; empty when nobody does. */
  readonly answers: readonly string[];
  /** Why nobody answers, in a few words. */
  readonly reason?: string;
  /** What becomes of a write sent to readers that forward it to the writer; absent where they do not. */
  readonly forwarding?: ClusterMoment['writes'];
}

/** The six segments of one protection group, in the order A to F. */
export interface GroupMoment {
  /** Such as `pg-17`. */
  readonly id: string;
  readonly segments: readonly SegmentState[];
  readonly complete: number;
}

export interface VolumeMoment {
  /** What it holds, and in how many protection groups. */
  readonly bytes: number;
  readonly groups: number;
  /** Copies that a write needs: 4 of 6, or 3 of 4 after a long loss of an AZ. */
  readonly writeQuorum: { readonly needs: number; readonly of: number };
  readonly readQuorum: { readonly needs: number; readonly of: number };
  /** The group that is worst off; it is the one to look at. */
  readonly worst: GroupMoment;
  /** Other groups whose segments differ from the rest. */
  readonly named: readonly GroupMoment[];
  /** What all groups that are not named look like. */
  readonly others: readonly SegmentState[];
}

/** A snapshot, or a cluster that was cloned or restored, at one instant: it branches off the volume. */
export interface BranchMoment {
  readonly name: string;
  readonly kind: CopyKind;
  readonly state: 'creating' | 'available';
  /** Since when. */
  readonly since: Instant;
  /** All that it holds: its own bytes, those kept for it, and those shared with the source. */
  readonly bytes: number;
  readonly ownBytes: number;
  /** Seen by it and no longer by the source. */
  readonly keptBytes: number;
  readonly sharedBytes: number;
  /** What storage of it is billed: several clones divide what is kept for all of them. */
  readonly billedBytes: number;
  /** Its cluster endpoint, named as it is; a snapshot has none. */
  readonly endpoint?: EndpointMoment;
  /** Class of its instance; absent when it has none. */
  readonly class?: string;
}

/** How a volume was copied; `full-copy` is a clone beyond those that share pages. */
export type CopyKind = 'snapshot' | 'restore' | 'clone' | 'full-copy';

/** One cluster at one instant. */
export interface ClusterMoment {
  readonly region: string;
  readonly role: 'primary' | 'secondary';
  /** Since when the whole Region has been dark; absent while it is not. */
  readonly darkSince?: Instant;
  readonly zones: readonly ZoneMoment[];
  readonly instances: readonly InstanceMoment[];
  readonly endpoints: readonly EndpointMoment[];
  readonly volume: VolumeMoment;
  readonly writes: 'up' | 'stalled' | 'down';
  readonly reads: 'up' | 'down';
  /** Of a multi-master cluster that takes writes of a known rate: those rolled back because two writers change one page. */
  readonly conflictsPerSecond?: number;
  /** Of the primary, reads per second that those who answer them can serve; absent when no reads are known. */
  readonly readCapacity?: number;
  /** Of the primary, reads per second that are asked of it; absent when none are known. */
  readonly readDemand?: number;
  /** How changes reach a secondary; while it is cut off its lag grows with every commit. */
  readonly replication?: 'streaming' | 'catching-up' | 'cut-off' | 'rebuilding' | 'copying';
  /** How far a secondary is behind, in milliseconds of commits. */
  readonly lag?: number;
  /** What branches off its volume, in the order of the scenario; absent when nothing does. */
  readonly branches?: readonly BranchMoment[];
}

/** What happened, in words: bold headline first, cause behind it. */
export interface Explanation {
  readonly headline: string;
  readonly detail: string;
  /** Where the claim comes from, or `assumed`. */
  readonly source: { readonly title: string; readonly url?: string } | 'assumed';
}

/** What kind of event a moment follows; the picture and the timeline choose the glyph by it. */
export type EventKind =
  | 'start'
  | 'az-dark'
  | 'az-back'
  | 'region-dark'
  | 'region-back'
  | 'instance-failed'
  | 'instance-unreachable'
  | 'instance-back'
  | 'writer-lost'
  | 'failure-detected'
  | 'promoted'
  | 'nobody-to-promote'
  | 'writer-recreated'
  | 'writes-up'
  | 'segment-failed'
  | 'segment-repaired'
  | 'segment-corrupt'
  | 'segment-scrubbed'
  | 'writes-stalled'
  | 'quorum-degraded'
  | 'quorum-restored'
  | 'region-failover'
  /** A secondary Region is added, has the first copy of the storage, or has to wait for it. */
  | 'region-added'
  | 'region-copied'
  | 'region-copy-waits'
  | 'load-changed'
  | 'instance-added'
  | 'instance-removed'
  | 'instance-modified'
  /** The volume needs another protection group. */
  | 'volume-grown'
  /** Data is dropped, and the volume shrinks. */
  | 'volume-shrunk'
  /** A snapshot, a clone or a restored cluster is asked for; is available; its instance answers; it is deleted. */
  | 'copy-begun'
  | 'copy-available'
  | 'copy-answers'
  | 'copy-removed'
  /** The primary cluster is deleted. */
  | 'cluster-removed'
  /** The primary goes back in place. */
  | 'backtracked'
  /** AZs or Regions cannot reach each other any more. */
  | 'partition-begins'
  | 'partition-ends'
  /** Auto scaling adds readers, removes one, or would add some and may not. */
  | 'scaled-out'
  | 'scaled-in'
  | 'scaling-limit'
  | 'patch'
  /** A patch waits for the maintenance window; the backup window opens. */
  | 'patch-waits'
  | 'backup'
  /** The capacity of Serverless v2 instances changes; they pause; they resume. */
  | 'capacity-changed'
  | 'paused'
  | 'resumed'
  /** A person called for a failover inside the cluster. */
  | 'failover-called'
  /** What the scenario asked for cannot be done in this state. */
  | 'refused'
  /** The scenario holds an event that the simulator does not know how to play. */
  | 'not-simulated'
  | 'invariant-broken'
  /** What happens from here on is played, and too much to be told. */
  | 'untold'
  | 'end';

/** The state after one event. */
export interface Moment {
  readonly at: Instant;
  readonly kind: EventKind;
  /** At most three words, for the events lane. */
  readonly label: string;
  readonly explanation: Explanation;
  readonly clusters: readonly ClusterMoment[];
}

/** What the run came to. Times in seconds; null means never within the run. */
export interface Verdict {
  readonly writerRecoverySeconds: number | null;
  readonly writesUnavailableSeconds: number;
  readonly readsUnavailableSeconds: number;
  readonly dataLossSeconds: number;
  readonly regionRecoverySeconds: number | null;
  readonly regionDataLossSeconds: number;
  /** Id of the instance promoted last, or `nobody`. */
  readonly promoted: string;
  /** Writes rolled back because two writers changed one page; null where the writes of several writers are not known. */
  readonly writeConflicts: number | null;
  readonly costUsd: number | null;
}

/** One stretch of a recovery, such as detection, promotion or DNS. */
export interface RecoveryPart {
  readonly part: string;
  readonly milliseconds: number;
  readonly basis: Basis;
}

/** One sentence for people about the verdict, and the parts of the recovery. */
export interface VerdictSummary {
  readonly headline: string;
  readonly detail: string;
  /** Detection, promotion, DNS … of the longest recovery, in order. */
  readonly recovery: readonly RecoveryPart[];
}

/** How well a figure of the model is founded. */
export type Basis = 'documented' | 'measured' | 'assumed';

/** A figure the run rests on. */
export interface Assumption {
  readonly name: string;
  readonly meaning: string;
  readonly value: string;
  readonly basis: Basis;
  readonly source: string;
}

export interface ExpectationOutcome {
  /** As the person wrote it: `writerRecovery < 60s`, `at 95s: quorum.pg-17 3`. */
  readonly text: string;
  readonly outcome: 'pass' | 'fail' | 'inconclusive';
  /** What was seen, or why it cannot be judged. */
  readonly detail: string;
  /** Where it is written in the design. */
  readonly path?: Path;
}

/** What a snapshot, a clone or a restored cluster took, and what it came to at the end of the run. */
export interface CopyOutcome {
  readonly name: string;
  readonly kind: CopyKind;
  /** When it was asked for, in seconds of the run. */
  readonly atSeconds: number;
  /** From then until it can be used, and until its instance answers; null means never within the run, or no instance. */
  readonly availableAfterSeconds: number | null;
  readonly answersAfterSeconds: number | null;
  /** Acknowledged commits of the source that are not in it, as seconds of commits. */
  readonly missingSeconds: number;
  readonly gibibytes: number;
  /** What its storage comes to over the run, and what the source keeps for it and is billed for. */
  readonly billedGibHours: number;
  readonly sourceGibHours: number;
}

/** The ordered events and states that a scenario produced; the same for the same design, scenario and seed. */
export interface Timeline {
  readonly scenario: string;
  readonly seed: number;
  /** Version of the engine; traces of different versions need not agree. */
  readonly version: number;
  readonly traceHash: string;
  readonly duration: Instant;
  readonly moments: readonly Moment[];
  readonly verdict: Verdict;
  /** In the order of the scenario. */
  readonly copies: readonly CopyOutcome[];
  readonly summary: VerdictSummary;
  readonly expectations: readonly ExpectationOutcome[];
  /** Invariants that broke, each with the first instant. */
  readonly violations: readonly { readonly invariant: string; readonly at: Instant; readonly detail: string }[];
  /** Events of the scenario that were not played; while there is one, every expectation is inconclusive. */
  readonly notSimulated: readonly { readonly at: Instant; readonly event: string; readonly reason: string }[];
  readonly assumptions: readonly Assumption[];
}
