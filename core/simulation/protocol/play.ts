import type { Instant } from '../timeline.ts';
import { mixed } from '../trace-hash.ts';
import { messageCode } from './messages.ts';
import { onAcknowledged } from './points.ts';
import { onReadEnds, onShipped } from './reads.ts';
import { onEpochTaken, onReported } from './recovery.ts';
import { onGossip, onReceived, onScrubbed } from './segments.ts';
import type { ProtocolVolume } from './volume.ts';
import { onMembershipTold, onWrite } from './writer.ts';

type Handler = (volume: ProtocolVolume, subject: number, token: number) => void;

const handlers: ReadonlyMap<number, Handler> = new Map<number, Handler>([
  [messageCode.write, onWrite],
  [messageCode.received, onReceived],
  [messageCode.acknowledged, onAcknowledged],
  [messageCode.gossip, onGossip],
  [messageCode.reported, onReported],
  [messageCode.epochTaken, onEpochTaken],
  [messageCode.shipped, onShipped],
  [messageCode.readEnds, onReadEnds],
  [messageCode.scrubbed, onScrubbed],
  [messageCode.membershipTold, onMembershipTold],
]);

/** What arrived, and how far the volume has come with it. */
function leaveTrace({ state }: ProtocolVolume, at: Instant, code: number, subject: number, token: number): void {
  const { trace, vdl } = state.volume;
  const message = mixed(mixed(mixed(mixed(trace.get(0), at), code), subject), token);
  trace.set(0, mixed(message, vdl.get(0)));
}

/** Plays everything that is due up to an instant, that instant included. */
export function playUntil(volume: ProtocolVolume, until: Instant): void {
  for (let event = volume.queue.pop(until); event !== undefined; event = volume.queue.pop(until)) {
    const { at, code, subject, token } = event;
    const handler = handlers.get(code);
    if (handler === undefined) throw new RangeError(`no handler for messages of code ${code}`);
    volume.now = at;
    handler(volume, subject, token);
    leaveTrace(volume, at, code, subject, token);
  }
  volume.now = until;
}
