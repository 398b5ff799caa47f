import type { QuorumModel } from '../quorum.ts';
import type { SegmentState } from '../timeline.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { atLeast, inShort } from './span.ts';

/** A group as a sentence speaks of it. */
export interface GroupWords {
  readonly id: string;
  /** Whether all groups of the volume look like this one. */
  readonly every: boolean;
  readonly complete: number;
  /** Whether a complete copy without wrong bytes is among them. */
  readonly readable: boolean;
  readonly segments: readonly SegmentState[];
  readonly model: QuorumModel;
}

/** An AZ with two copies of each group is dark; `writer` when the writer is in it. */
export function zoneDark(zone: string, group: GroupWords, writesGoOn: boolean, writer: string | undefined): Note {
  const { complete, model } = group;
  const { needs, of } = model.write;
  const who = group.every ? 'every group' : group.id;
  const inside = writer === undefined ? '' : `, and ${writer} in it`;
  const headline = writesGoOn
    ? `Writes go on: ${who} still has ${complete} of ${of} copies${complete === needs ? ', exactly enough' : ''}.`
    : `${zone} is dark${inside}: ${who} has ${complete} of ${of} copies left.`;
  const detail =
    complete === needs
      ? `${zone} held two of each; one more loss anywhere stalls commits.`
      : `${zone} held two of each; a write needs ${needs}, a recovery ${model.read.needs}.`;
  return note('az-dark', `${zone} dark`, headline, detail, sources.quorum);
}

/** An AZ without a copy of the volume, or one of a Region that only reads, is dark. */
export function otherZoneDark(zone: string, why: 'no-copies' | 'secondary'): Note {
  const headline =
    why === 'no-copies'
      ? `${zone} is dark; it holds no copy of the volume.`
      : `${zone} is dark; the writes of the primary Region are not concerned.`;
  return note('az-dark', `${zone} dark`, headline, 'Instances in it answer nobody.', sources.quorum);
}

export function zoneBack(zone: string, darkFor: number): Note {
  return note(
    'az-back',
    `${zone} back`,
    `${zone} is back after ${inShort(darkFor)}: its instances restart.`,
    'Its copies count as soon as they hold what was written meanwhile.',
    sources.gossip,
  );
}

/** A segment has lost what it held. */
export function segmentFailed(id: string, group: GroupWords, repair: number | undefined): Note {
  const { complete, model } = group;
  return note(
    'segment-failed',
    `${id} fails`,
    `${id} fails: ${complete} of ${model.write.of} copies are complete, and a write needs ${model.write.needs}.`,
    repair === undefined
      ? `No copy of it can begin: that needs ${model.read.needs} complete copies and a lit AZ.`
      : `A new copy comes from its peers and takes ${inShort(repair)}.`,
    sources.repair,
  );
}

export function segmentRepaired(id: string, group: GroupWords): Note {
  return note(
    'segment-repaired',
    `${id} repaired`,
    `${id} is complete again: the group has ${group.complete} of ${group.model.write.of} copies.`,
    '10 GB at 10 Gbps; a short repair leaves little time for the next failure.',
    sources.repair,
  );
}

/** The last segment of an AZ that was dark holds everything again. */
export function zoneCaughtUp(zone: string): Note {
  return note(
    'segment-repaired',
    'caught up',
    `Every copy in ${zone} is complete again.`,
    'Each fetched what it had missed from its peers.',
    sources.gossip,
  );
}

/** A group is below its write quorum. */
export function commitsWait(group: GroupWords): Note {
  const { complete, model } = group;
  const who = group.every ? 'each group' : group.id;
  return note(
    'writes-stalled',
    'commits wait',
    `Every commit waits: ${who} has ${complete} of its ${model.write.of} copies, and a write needs ${model.write.needs}.`,
    `${segmentsInWords(group.segments)}. ${readsInWords(group)}`,
    sources.quorum,
  );
}

function readsInWords({ complete, readable, model }: GroupWords): string {
  if (complete === 0) return 'No page can be read either.';
  if (!readable) return 'Pages with wrong bytes cannot be read.';
  if (complete < model.read.needs) return `Reads go on; with fewer than ${model.read.needs} no repair begins.`;
  return 'Each read goes on from one complete segment.';
}

/** Which segments are not complete, and why: `A has failed, C and F are dark`. */
function segmentsInWords(segments: readonly SegmentState[]): string {
  const letters = (states: readonly SegmentState[]) =>
    segments.flatMap((state, index) => (states.includes(state) ? ['ABCDEF'[index] ?? ''] : []));
  const parts = [
    inWords(letters(['failed', 'copying']), 'has failed', 'have failed'),
    inWords(letters(['dark']), 'is dark', 'are dark'),
    inWords(letters(['cut-off']), 'is cut off', 'are cut off'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function inWords(letters: readonly string[], one: string, many: string): string {
  if (letters.length < 2) return letters.length === 0 ? '' : `${letters[0]} ${one}`;
  return `${letters.slice(0, -1).join(', ')} and ${letters.at(-1)} ${many}`;
}

/** Commits are acknowledged again. */
export function commitsGoOn(group: GroupWords, after: number): Note {
  const who = group.every ? 'each group' : group.id;
  return note(
    'writes-up',
    'commits go on',
    `Commits go on: ${who} is back at ${group.complete} of ${group.model.write.of} after ${inShort(after)}.`,
    'They waited and were not lost; whatever had been acknowledged before is still there.',
    sources.quorum,
  );
}

export function quorumDegraded(zone: string, was: 'dark' | 'cut off', length: number, model: QuorumModel): Note {
  const { needs, of } = model.write;
  return note(
    'quorum-degraded',
    `${needs} of ${of}`,
    `A write now needs ${needs} of ${of}: ${zone} has been ${was} for ${atLeast(length)}.`,
    'Its copies no longer count; one more loss stalls nothing.',
    sources.degraded,
  );
}

export function quorumRestored(zone: string, model: QuorumModel): Note {
  const { needs, of } = model.write;
  return note(
    'quorum-restored',
    `${needs} of ${of}`,
    `A write needs ${needs} of ${of} again: the copies in ${zone} count.`,
    'They hold all that was written while nobody reached the AZ.',
    sources.membership,
  );
}

/** Acknowledged commits are lost inside a Region: no copy that is left holds them. */
export function commitsLost(group: string, lost: number): Note {
  return note(
    'invariant-broken',
    'commits lost',
    `${inShort(lost)} of acknowledged commits are lost: no copy of ${group} holds them.`,
    'Every segment that held them was destroyed; a backup is what is left.',
    sources.quorum,
  );
}
