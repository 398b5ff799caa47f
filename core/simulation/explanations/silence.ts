import type { InstanceState } from '../timeline.ts';

/** What is known about a cluster whose writer does not answer. */
export interface Silence {
  readonly region: string;
  readonly isRegionDark: boolean;
  readonly phase: string;
  readonly candidate: string | undefined;
  readonly writer: string | undefined;
  readonly writerState: InstanceState | 'absent' | undefined;
  readonly writerZone: string | undefined;
}

/** Why nobody answers the cluster endpoint, in a few words. */
export function silenceOfCluster(silence: Silence): string {
  const { region, isRegionDark, phase, candidate, writer, writerState, writerZone } = silence;
  if (isRegionDark) return `${region} is dark`;
  if (phase === 'fenced') return 'writes move to another Region';
  if (candidate !== undefined && candidate !== writer) return `${candidate} is being promoted`;
  if (writer === undefined) return `no instance runs in ${region}`;
  switch (writerState) {
    case 'running':
      return `the name does not lead to ${writer} yet`;
    case 'unreachable':
      return `${writerZone ?? 'its AZ'} is dark`;
    case 'recreating':
      return `${writer} is being recreated`;
    case 'upgrading':
      return `the engine of ${writer} is patched`;
    case 'modifying':
      return `${writer} gets another class`;
    case 'resuming':
      return `${writer} resumes from its pause`;
    case 'restarting':
      return `${writer} restarts`;
    default:
      return `${writer} has failed`;
  }
}

/** Why nobody answers the reader endpoint. */
export function readerSilent({ region, isRegionDark }: Silence): string {
  return isRegionDark ? `${region} is dark` : `no instance runs in ${region}`;
}

/** Why nobody answers a custom endpoint. */
export function silenceOfMembers(members: readonly string[], isPromoted: boolean): string {
  const [only] = members;
  if (only === undefined) return 'it has no member';
  if (members.length > 1) return `none of its ${members.length} members answers`;
  return isPromoted ? `${only} was its only member and writes now` : `${only} was its only member`;
}
