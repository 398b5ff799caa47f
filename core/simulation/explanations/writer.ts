import type { PromotionCandidate, PromotionReason } from '../../design/promotion.ts';
import type { RecoveryPart } from '../timeline.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** The writer crashed, or is gone for a while. */
export function writerFailed(id: string, what: 'crashed' | 'is gone', noticedIn: number): Note {
  return note(
    'writer-lost',
    what === 'crashed' ? 'writer crashes' : 'writer fails',
    `Nobody writes: ${id} ${what}, and the cluster endpoint has no answer.`,
    `It takes ${inShort(noticedIn)} until that is noticed.`,
    'assumed',
  );
}

/** The AZ of the writer is dark. */
export function writerDark(id: string, zone: string, noticedIn: number): Note {
  return note(
    'writer-lost',
    'no writer',
    `Nobody writes: ${id} is in ${zone}, which is dark.`,
    `It takes ${inShort(noticedIn)} until that is noticed.`,
    'assumed',
  );
}

/** The writer runs where neither the clients nor most copies can reach it. */
export function writerCutOff(id: string, zone: string, noticedIn: number): Note {
  return note(
    'writer-lost',
    'writer cut off',
    `Nobody writes: ${id} runs in ${zone}, which clients and most copies cannot reach.`,
    `Its commits wait for a quorum that it cannot have. It takes ${inShort(noticedIn)} until that is noticed.`,
    sources.quorum,
  );
}

export function writerRestarts(id: string, takes: number): Note {
  return note(
    'writer-lost',
    'writer restarts',
    `Nobody writes: ${id} restarts in place, and nobody is promoted.`,
    `No log is replayed at the start; recovery and restart take ${inShort(takes)}.`,
    sources.recovery,
  );
}

/** A reader has been chosen: by the rule, and why it and no other. */
export function readerChosen(
  chosen: PromotionCandidate,
  reason: PromotionReason<PromotionCandidate>,
  takes: number,
): Note {
  return note(
    'failure-detected',
    'promotion begins',
    `${chosen.id} is to be promoted: ${whyChosen(chosen, reason)}.`,
    `Tier decides first, then size. The promotion takes ${inShort(takes)}.`,
    sources.highAvailability,
  );
}

/** Why a reader is promoted, in a few words. */
export function whyChosen(chosen: PromotionCandidate, reason: PromotionReason<PromotionCandidate>): string {
  switch (reason.kind) {
    case 'only-candidate':
      return 'no other reader runs';
    case 'lowest-tier':
      return `tier ${chosen.promotionTier} beats tier ${reason.over.promotionTier}`;
    case 'largest-class':
      return `${chosen.class ?? 'its class'} is larger than ${reason.over.class ?? 'the others'}`;
    case 'arbitrary':
      return `of ${reason.among.length} equals Aurora takes any, here the first`;
  }
}

/** Nobody can be promoted, and the writer is recreated where it stood. */
export function writerRecreated(id: string, zone: string, takes: number): Note {
  return note(
    'nobody-to-promote',
    'nobody to promote',
    'Nobody can be promoted: no reader runs.',
    `${id} is recreated in ${zone}; that takes ${inShort(takes)}.`,
    sources.noReplica,
  );
}

/** Nobody can be promoted, and the writer cannot be recreated either. */
export function nobodyToPromote(away: string): Note {
  return note(
    'nobody-to-promote',
    'nobody to promote',
    `Nobody can be promoted: no reader runs while ${away}.`,
    'Nothing happens by itself until that ends or a reader comes back.',
    sources.noReplica,
  );
}

/** A reader has become the writer; `scope` says whether it was promoted inside its cluster or with its Region. */
export function readerPromoted(id: string, epoch: number, endpointIn: number, scope: 'cluster' | 'region'): Note {
  const follows = `The ${scope === 'region' ? 'global' : 'cluster'} endpoint follows in ${inShort(endpointIn)}.`;
  return note(
    'promoted',
    `${id} promoted`,
    `${id} is the writer: the volume takes epoch ${epoch} and refuses epoch ${epoch - 1}.`,
    scope === 'region' ? `It goes on from what has arrived. ${follows}` : `No acknowledged commit is lost. ${follows}`,
    sources.epochs,
  );
}

/** The same instance writes again. */
export function writerBack(id: string, epoch: number, was: 'restarting' | 'recreating'): Note {
  return note(
    was === 'recreating' ? 'writer-recreated' : 'instance-back',
    `${id} writes again`,
    `${id} runs again as the writer, with epoch ${epoch}.`,
    was === 'recreating'
      ? 'It was recreated in the AZ in which it stood.'
      : 'Recovery reads from a read quorum what is complete; no log is replayed.',
    was === 'recreating' ? sources.noReplica : sources.recovery,
  );
}

/** The next writer is ready, but the volume cannot take its epoch. */
export function recoveryWaits(id: string, group: string, complete: number, needs: number): Note {
  return note(
    'writes-stalled',
    'recovery waits',
    `${id} cannot write yet: ${group} has ${complete} complete copies, and a write needs ${needs}.`,
    'The volume takes a new epoch only with a write quorum.',
    sources.epochs,
  );
}

/** The cluster endpoint takes writes again. The longest parts of the outage say where the time went. */
export function writesBack(id: string, after: number, parts: readonly RecoveryPart[]): Note {
  return note(
    'writes-up',
    'writes back',
    `Writes are back after ${inShort(after)}: the cluster endpoint leads to ${id}.`,
    timeWentTo(parts),
    'assumed',
  );
}

/** Where the time of an outage went: its longest parts. */
export function timeWentTo(parts: readonly RecoveryPart[]): string {
  const longest = parts.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 3);
  const words = parts.filter((part) => longest.includes(part)).map(inWords);
  return `The time went to ${words.join(', ')}.`;
}

function inWords({ part, milliseconds }: RecoveryPart): string {
  return `${part} (${inShort(milliseconds)})`;
}

/** Something happened to the reader that was about to be promoted. */
export function candidateLost(id: string, noticedIn: number): Note {
  return note(
    'instance-failed',
    `${id} fails`,
    `${id} fails before it is promoted; another reader has to be found.`,
    `It takes ${inShort(noticedIn)} until that is noticed.`,
    'assumed',
  );
}
