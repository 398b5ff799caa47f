import type { Row } from '../run.ts';
import { seatsPerGroup } from './state.ts';
import { draw, type ProtocolVolume, seatRow } from './volume.ts';

/** Codes of what is due in the protocol; the comment says what the subject and the token are. */
export const messageCode = {
  /** The writer writes; token: its epoch. */
  write: 0,
  /** A record reaches a segment; token: seat and epochs. */
  received: 1,
  /** The SCL of a segment reaches the writer; token: seat and epoch. */
  acknowledged: 2,
  /** Seat that asks a peer for what it lacks. */
  gossip: 3,
  /** Seat whose SCL reaches the instance that recovers the volume; token: the recovery. */
  reported: 4,
  /** Seat that takes the new epoch; token: the recovery. */
  epochTaken: 5,
  /** A point of the log reaches a replica; token: the instance. */
  shipped: 6,
  /** Instance whose read is over; token: which read. */
  readEnds: 7,
  /** Seat that is scrubbed; token: which corruption. */
  scrubbed: 8,
  /** Group of which the writer hears the membership; token: its epoch. */
  membershipTold: 9,
} as const;

/** Something that takes as long as a message. */
export function send(volume: ProtocolVolume, code: number, subject: number, token: number): void {
  volume.queue.push(volume.now + draw(volume, volume.options.message), code, subject, token);
}

/** Seat and epoch in one token. */
export function packSeat({ options }: ProtocolVolume, seat: Row, epoch: number): number {
  return epoch * options.groups * seatsPerGroup + seat;
}

export function unpackSeat({ options }: ProtocolVolume, token: number): { readonly seat: Row; readonly epoch: number } {
  const seats = options.groups * seatsPerGroup;
  return { seat: token % seats, epoch: Math.floor(token / seats) };
}

/** A token has room for so many membership epochs and begins again then: no message is under way during so many changes. */
const membershipEpochs = 8192;

/** Seat and both epochs of a request to write a record, in one token; the group of the seat is that of the record. */
export function packRequest(seat: Row, epoch: number, membershipEpoch: number): number {
  return (epoch * membershipEpochs + (membershipEpoch % membershipEpochs)) * seatsPerGroup + (seat % seatsPerGroup);
}

/** The request in a token. `isOfMembership` says whether a membership epoch is the one that it came with. */
export function unpackRequest(group: Row, token: number) {
  const epochs = Math.floor(token / seatsPerGroup);
  return {
    seat: seatRow(group, token % seatsPerGroup),
    epoch: Math.floor(epochs / membershipEpochs),
    isOfMembership: (epoch: number) => epoch % membershipEpochs === epochs % membershipEpochs,
  };
}
