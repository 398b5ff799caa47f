import { expect, test } from 'vitest';
import { pointOf, seatOf, seatsOf, volumeOf } from '../testing/protocol.ts';
import { beginReplacement, excludeZone } from './membership.ts';
import { playUntil } from './play.ts';
import { stopReplica } from './reads.ts';
import { startWriter } from './recovery.ts';
import { allRules, type ProtocolRules } from './rules.ts';
import { darkenSeat, destroySeat, lightSeat } from './segments.ts';
import { type ProtocolInvariant, protocolInvariants } from './violations.ts';
import type { ProtocolVolume } from './volume.ts';
import { stopWriter } from './writer.ts';

/** What C, D, E and F acknowledged, a recovery looks for at A, B and the new segment that comes for F. */
function recoverFromUnhydrated(volume: ProtocolVolume): void {
  for (const seat of seatsOf('AB')) darkenSeat(volume, seat);
  playUntil(volume, 3000);
  stopWriter(volume);
  playUntil(volume, 3100);
  beginReplacement(volume, seatOf('F'));
  for (const seat of seatsOf('CDEF')) darkenSeat(volume, seat);
  for (const seat of seatsOf('AB')) lightSeat(volume, seat, false);
  startWriter(volume, 1);
  playUntil(volume, 4000);
}

/** A second instance becomes the writer while the first still writes. */
function takeOver(volume: ProtocolVolume): void {
  playUntil(volume, 3000);
  startWriter(volume, 1);
  playUntil(volume, 4000);
}

function write(volume: ProtocolVolume): void {
  playUntil(volume, 3000);
}

function writeAlone(volume: ProtocolVolume): void {
  for (const replica of [1, 2]) stopReplica(volume, replica);
  write(volume);
}

/** F is replaced while records are under way. */
function replaceMember(volume: ProtocolVolume): void {
  playUntil(volume, 3000);
  beginReplacement(volume, seatOf('F'));
  playUntil(volume, 4000);
}

function loseZone(volume: ProtocolVolume): void {
  playUntil(volume, 3000);
  for (const seat of seatsOf('CF')) darkenSeat(volume, seat);
  excludeZone(volume, 2);
  playUntil(volume, 4000);
}

const mutations: readonly (readonly [ProtocolInvariant, keyof ProtocolRules, (volume: ProtocolVolume) => void])[] = [
  ['acked-commit-lost', 'unhydratedDoNotVote', recoverFromUnhydrated],
  ['two-writers-in-one-epoch', 'everyWriterHasItsEpoch', takeOver],
  ['write-at-stale-epoch', 'staleEpochsAreRefused', takeOver],
  ['write-at-stale-epoch', 'staleMembershipsAreRefused', replaceMember],
  ['vdl-went-back', 'pointsNeverGoBack', writeAlone],
  ['read-above-vdl', 'replicasStopAtVdl', write],
  ['collection-past-pgmrpl', 'collectionWaitsForReads', write],
  ['write-and-read-sets-disjoint', 'threeOfFourWrite', loseZone],
];

const busy = { writeInterval: 2, message: { min: 1, max: 20 } };

test.each(mutations)('%s breaks without the rule %s, and with it holds', (invariant, rule, play) => {
  const sound = volumeOf(busy);
  play(sound);
  expect(sound.violations).toEqual([]);
  const mutated = volumeOf(busy, rule);
  play(mutated);
  expect(mutated.violations.map((violation) => violation.invariant)).toEqual([invariant]);
});

test('every invariant has a rule that breaks it, and every rule holds one', () => {
  expect(new Set(mutations.map(([invariant]) => invariant))).toEqual(new Set(protocolInvariants));
  expect(mutations.map(([, rule]) => rule).toSorted()).toEqual(Object.keys(allRules).toSorted());
});

test('a recovery that has A, B and an empty segment waits until C is back', () => {
  const volume = volumeOf(busy);
  recoverFromUnhydrated(volume);
  expect(pointOf(volume, 'writer')).toBe(-1);
});

test('commits are lost with the last segment that held them', () => {
  const volume = volumeOf();
  for (const seat of seatsOf('AB')) darkenSeat(volume, seat);
  playUntil(volume, 3000);
  for (const seat of seatsOf('CDE')) destroySeat(volume, seat);
  expect(volume.violations).toEqual([]);
  destroySeat(volume, seatOf('F'));
  expect(volume.violations.map(({ invariant, at }) => [invariant, at])).toEqual([['acked-commit-lost', 3000]]);
});
