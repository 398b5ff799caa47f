import { expect, test } from 'vitest';
import { scenarioOfFault } from '../faults.ts';
import { designOf, timelineOf, twoRegions } from '../testing/example.ts';

const design = designOf(twoRegions);
const bothFail = 'failure:region:us-east-1+az:eu-west-1b';

test('two faults are played by their id, with a call for the failover that is left', () => {
  expect(scenarioOfFault(design, bothFail)).toMatchObject({
    name: 'us-east-1 goes dark and eu-west-1b goes dark',
    events: [
      { at: 10_000, fail: 'region', target: 'us-east-1' },
      { at: 10_000, fail: 'az', target: 'eu-west-1b' },
      { at: 190_000, failover: 'region', target: 'eu-west-1' },
    ],
    assumptions: { detection: '5s', regionFailover: '3m', globalDns: '30s' },
  });
});

test('a failure comes to the same whatever the seed, as no assumption is drawn', () => {
  const [one, other] = [1, 2].map((seed) => timelineOf(design, { fault: bothFail }, seed).verdict);
  expect(one).toMatchObject({ regionRecoverySeconds: 390, regionDataLossSeconds: 1, promoted: 'orders-eu-a' });
  expect(other).toEqual(one);
});

test('nobody calls for a failover to a Region that cannot take over', () => {
  const lost = scenarioOfFault(design, 'failure:region:us-east-1+az:eu-west-1a');
  expect(lost?.events.map((event) => 'failover' in event)).toEqual([false, false]);
});

test('what the design does not have is no failure of it', () => {
  expect(scenarioOfFault(design, 'failure:az:us-west-2a')).toBeUndefined();
});
