import { expect, test } from 'vitest';
import { simulate } from '../../simulate.ts';
import { scenarioOf } from '../../testing/arbitrary.ts';
import { designOf, threeZones } from '../../testing/example.ts';

test('a run in which too much happens is played to its end, and told as far as anybody looks', () => {
  const day = 86_400_000;
  const instants = [1000, 8 * day, 10 * day];
  const result = simulate(designOf(threeZones.replace('primary:', 'primary:\n  volume: { size: 20 GiB }')), {
    scenario: {
      ...scenarioOf([
        { at: 60_000, fail: 'az', target: 'us-east-1c' },
        { at: 9 * day, crash: 'writer' },
      ]),
      duration: 10 * day,
      assumptions: { segmentMttf: '10m', segmentRepair: '1s' },
      expectations: instants.map((at) => ({ name: 'writes', expected: 'up', at })),
    },
  });
  if ('problem' in result) throw new Error(result.problem);
  const { moments, verdict, expectations } = result.timeline;
  const last = moments.slice(-2);
  expect(last.map(({ kind }) => kind)).toEqual(['untold', 'end']);
  expect(last[0]?.explanation.detail).toContain('More than 10,000 stand before');
  expect(moments.length).toBeLessThan(10_010);
  expect(verdict.promoted).toBe('orders-b');
  expect(expectations.map(({ outcome }) => outcome)).toEqual(['pass', 'inconclusive', 'pass']);
});
