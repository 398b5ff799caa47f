import fc from 'fast-check';
import { expect, test } from 'vitest';
import { known } from '../design/node.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { faultsOf } from './faults.ts';
import { simulate } from './simulate.ts';

/** A value as a careless hand may write it: right, of the wrong type, or not there. */
function careless<T>(...values: readonly T[]) {
  return fc.option(fc.oneof(fc.constantFrom(...values), fc.constantFrom(null, true, -1, 'x', [], {})), {
    nil: undefined,
  });
}

const instance = fc.record({
  id: careless('a', 'b', 'writer', ''),
  class: careless('db.r7g.large', 'db.serverless', 'db.none'),
  availabilityZone: careless('us-east-1a', 'us-east-1f', 'eu-west-1a', ''),
  role: careless('writer', 'reader'),
  promotionTier: careless(0, 1, 99, 2.5),
});

const cluster = fc.record({
  region: careless('us-east-1', 'eu-west-1', 'us-west-1', 'mars'),
  availabilityZones: careless(['us-east-1a'], ['us-east-1a', 'us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d']),
  replication: careless('global', 'binlog'),
  instances: fc.array(instance, { maxLength: 4 }),
  volume: careless({ size: '0 B' }, { size: '256 TiB' }),
  endpoints: fc.array(
    fc.record({ id: careless('e'), type: careless('READER', 'ANY'), staticMembers: careless(['a'], []) }),
    {
      maxLength: 2,
    },
  ),
});

const event = fc.record({
  at: careless('0s', '10s', '9999h'),
  fail: careless('instance', 'az', 'region', 'segment'),
  crash: fc.option(fc.constantFrom('writer', 'a', 'zz'), { nil: undefined, freq: 1 }),
  failover: careless('cluster', 'region'),
  target: careless('a', 'us-east-1a', 'us-east-1', 'eu-west-1', 'pg-0/A', 'pg-9999999999/A'),
  for: careless('1m', '0s'),
});

const blueprint = fc.record({
  aurora: fc.constant(1),
  primary: cluster,
  secondaries: fc.array(cluster, { maxLength: 3 }),
  scenarios: fc.array(
    fc.record({ name: careless('s'), seed: careless(3), events: fc.array(event, { maxLength: 3 }) }),
    {
      maxLength: 2,
    },
  ),
});

test('whatever a design says, its faults and scenarios are played or refused with a sentence', () => {
  fc.assert(
    fc.property(blueprint, (value) => {
      for (const { design } of readBlueprint(JSON.stringify(value)).documents) {
        const faults = faultsOf(design).map(({ id }) => simulate(design, { fault: id }));
        const scenarios = design.scenarios.items.map(({ name }) => simulate(design, { scenario: known(name) ?? '' }));
        for (const result of faults) expect(result).toHaveProperty('timeline');
        for (const result of scenarios) {
          if ('problem' in result) expect(result.problem).toMatch(/^\S.*[.?]$/);
        }
      }
    }),
  );
});
