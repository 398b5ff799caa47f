import { expect, test } from 'vitest';
import { designOf, played, threeZones } from '../../simulation/testing/example.ts';
import { layOut } from '../layout/layout.ts';
import { pictureOf } from '../picture/picture.ts';
import { textAreas } from '../testing/scene-geometry.ts';

const events = '{ at: 1m, add: region, target: eu-west-1 }, { at: 1m, add: reader, target: eu-west-1 }';
const timeline = played(threeZones, events, ', assumptions: { regionCopy: 2s, globalLag: 0.8s, creation: 100s }');

/** What the picture says of the run at an instant. */
function wordsAt(at: number): readonly string[] {
  const scene = layOut(pictureOf(designOf(threeZones)), { width: 1400, playhead: { timeline, at } });
  return textAreas(scene).map(({ what }) => what.slice(1, -1));
}

test('a Region that a run adds is in the picture from then on, with its instances and how far it is behind', () => {
  expect(wordsAt(0).join()).not.toContain('eu-west-1');
  expect(wordsAt(60_000)).toEqual(expect.arrayContaining(['eu-west-1', 'reader-1']));
  expect(wordsAt(300_000)).toEqual(expect.arrayContaining(['eu-west-1', 'reader-1', '800 ms', 'lag']));
});
