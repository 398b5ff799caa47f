import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneSlotOfSegment } from '../quorum.ts';
import { isMet } from '../quorum-expression.ts';
import { pointOf, volumeOf } from '../testing/protocol.ts';
import { beginReplacement, excludeZone, finishReplacement, hydrate, reverseReplacement } from './membership.ts';
import { playUntil } from './play.ts';
import { presentSeats, quorumSetsOf } from './quorums.ts';
import { startReplica } from './reads.ts';
import { resumeRecovery, startWriter } from './recovery.ts';
import { catchUp, corruptSeat, darkenSeat, destroySeat, lightSeat } from './segments.ts';
import { isPresent, type ProtocolVolume, seatRow, seatStateOf } from './volume.ts';
import { stopWriter } from './writer.ts';

const groups = 2;

type Act = (volume: ProtocolVolume, seat: number, choice: number) => void;

/** What may happen to a volume as long as no group has more than three members whose content is gone. */
const acts: Readonly<Record<string, Act>> = {
  darken: (volume, seat) => darkenSeat(volume, seat),
  light: (volume, seat) => {
    const group = Math.floor(seat / 12);
    lightSeat(volume, seat, volume.state.seats.scl.get(seat) < volume.state.groups.pgcl.get(group));
  },
  catchUp: (volume, seat) => catchUp(volume, seat),
  destroy: (volume, seat) => {
    const group = Math.floor(seat / 12);
    const gone = [0, 1, 2, 3, 4, 5].filter((one) => seatStateOf(volume, seatRow(group, one)) === 'destroyed');
    if (gone.length < 3) destroySeat(volume, seat);
  },
  replace: (volume, seat) => beginReplacement(volume, seat),
  hydrate: (volume, seat) => hydrate(volume, seat),
  finish: (volume, seat) => finishReplacement(volume, seat),
  reverse: (volume, seat) => reverseReplacement(volume, seat),
  corrupt: (volume, seat) => corruptSeat(volume, seat),
  crash: (volume) => stopWriter(volume),
  promote: (volume, _, choice) => startWriter(volume, choice),
  read: (volume, _, choice) => {
    if (choice !== volume.state.volume.writer.get(0)) startReplica(volume, choice);
  },
  changeQuorum: (volume, _, choice) => changeQuorum(volume, choice),
};

/** Leaves an AZ out, or takes it in again, where the engine would. */
function changeQuorum(volume: ProtocolVolume, slot: number): void {
  const excluded = pointOf(volume, 'excludedSlot');
  const concerned = excluded === -1 ? slot : excluded;
  const able = Array.from({ length: groups }, (_, group) => {
    const present = [0, 1, 2, 3, 4, 5].filter((seat) => isPresent(volume, seatRow(group, seat)));
    const inside = present.filter((seat) => zoneSlotOfSegment(seat) === concerned).length;
    const outside = present.length - inside;
    const canRead = isMet(quorumSetsOf(volume, group).read, presentSeats(volume, group));
    return excluded === -1 ? canRead && outside >= 3 : inside === 2 && outside >= 2;
  });
  if (able.every((one) => one)) excludeZone(volume, excluded === -1 ? slot : -1);
}

const step = fc.record({
  wait: fc.integer({ min: 0, max: 300 }),
  act: fc.constantFrom(...Object.keys(acts)),
  group: fc.nat(groups - 1),
  segment: fc.nat(5),
  choice: fc.nat(2),
});

const options = fc.record({
  seed: fc.nat(),
  quorum: fc.constantFrom('count' as const, 'full-tail' as const),
  lostOneIn: fc.constantFrom(3, 10, 1000),
  allocationLimit: fc.constantFrom(500_000, 10_000_000),
});

/** Plays the steps, looking at the volume after each. */
function played(
  chosen: Parameters<typeof volumeOf>[0],
  steps: readonly { wait: number; act: string; group: number; segment: number; choice: number }[],
  see: (volume: ProtocolVolume) => void = () => {},
): ProtocolVolume {
  const volume = volumeOf({ ...chosen, groups, writeInterval: 4, message: { min: 1, max: 30 } });
  for (const { wait, act, group, segment, choice } of steps) {
    playUntil(volume, volume.now + wait);
    acts[act]?.(volume, seatRow(group, segment), choice);
    resumeRecovery(volume);
    see(volume);
  }
  playUntil(volume, volume.now + 200);
  see(volume);
  return volume;
}

const run = fc.tuple(options, fc.array(step, { minLength: 1, maxLength: 40 }));
type Example = typeof run extends fc.Arbitrary<infer Value> ? Value : never;

/** Segments that have reported acknowledge what the recovery then annuls, and the new writer hears of it. */
const acknowledgedThenAnnulled: Example = [
  { seed: 1_213_273_366, quorum: 'count', lostOneIn: 3, allocationLimit: 500_000 },
  [
    { wait: 158, act: 'promote', group: 0, segment: 0, choice: 0 },
    { wait: 20, act: 'darken', group: 1, segment: 0, choice: 0 },
  ],
];

test('whatever happens, no invariant breaks', () => {
  fc.assert(
    fc.property(run, ([chosen, steps]) => {
      expect(played(chosen, steps).violations).toEqual([]);
    }),
    { numRuns: 300, examples: [[acknowledgedThenAnnulled]] },
  );
});

test('the points of the log stand in their order: acknowledged, VDL, VCL, next', () => {
  fc.assert(
    fc.property(run, ([chosen, steps]) => {
      played(chosen, steps, (volume) => {
        const points = (['acknowledged', 'vdl', 'vcl', 'next'] as const).map((name) => pointOf(volume, name));
        expect(points).toEqual(points.toSorted((one, other) => one - other));
      });
    }),
  );
});

test('the same seed and steps give the same state', () => {
  fc.assert(
    fc.property(run, ([chosen, steps]) => {
      expect(played(chosen, steps).state.cells).toEqual(played(chosen, steps).state.cells);
    }),
    { numRuns: 30 },
  );
});

test('an epoch that was given never comes back', () => {
  fc.assert(
    fc.property(run, ([chosen, steps]) => {
      let newest = 0;
      played(chosen, steps, (volume) => {
        expect(pointOf(volume, 'epoch')).toBeGreaterThanOrEqual(newest);
        newest = pointOf(volume, 'epoch');
      });
    }),
  );
});
