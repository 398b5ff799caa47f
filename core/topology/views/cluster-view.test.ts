import { expect, test } from 'vitest';
import { designOf, played, threeZones } from '../../simulation/testing/example.ts';
import { clusterPicturesOf } from '../picture/cluster-of-design.ts';
import { type ClusterView, clusterView } from './cluster-view.ts';
import { clusterStatesAt } from './playhead.ts';

/** The primary as it is at an instant of a run. */
function viewAt(events: string, instant: number): ClusterView {
  const [picture] = clusterPicturesOf(designOf(threeZones));
  const [state] = clusterStatesAt(played(threeZones, events), instant);
  if (picture === undefined) throw new Error('the example holds no cluster');
  return clusterView(picture, state);
}

const standing = ({ pillars }: ClusterView) =>
  pillars.map(({ instances }) => instances.map(({ picture, state }) => `${picture.id} ${state}`));

test('an instance that a run adds stands in its AZ, and answers once it runs', () => {
  const events = '{ at: 1m, add: reader, target: us-east-1c }';
  expect(standing(viewAt(events, 0))).toEqual([['orders-a running'], ['orders-b running'], ['orders-c running']]);
  expect(standing(viewAt(events, 60_000))[2]).toEqual(['orders-c running', 'reader-1 creating']);
  const reader = viewAt(events, 1_800_000).rows.find(({ kind }) => kind === 'reader');
  expect(reader?.answers).toContain('primary.instances.reader-1');
});

test('an instance that a run removes is gone', () => {
  const view = viewAt('{ at: 1m, remove: orders-c }', 60_000);
  expect(standing(view)).toEqual([['orders-a running'], ['orders-b running'], []]);
  expect(view.rows.find(({ kind }) => kind === 'reader')?.answers).toEqual(['primary.instances[1]']);
});
