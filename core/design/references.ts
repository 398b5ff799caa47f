import type { Cluster, Design, Scenario } from './design.ts';
import { known, type Value } from './node.ts';

/** The values of a cluster's custom endpoints that name its instances. */
export function memberReferences(cluster: Cluster): readonly Value<string>[] {
  return cluster.endpoints.items.flatMap(({ staticMembers, excludedMembers }) => [
    ...staticMembers.items,
    ...excludedMembers.items,
  ]);
}

/** The values of a scenario that name an instance; the word `writer` stands for whoever writes and is none of them. */
export function scenarioReferences(scenario: Scenario): readonly Value<string>[] {
  const events = scenario.events.items.flatMap(({ crash, restart, remove, fail, failover, target }) => [
    ...[crash, restart].filter((value) => known(value) !== 'writer'),
    remove,
    ...(known(fail) === 'instance' || known(failover) === 'cluster' ? [target] : []),
  ]);
  const moments = scenario.expect.at.items.flatMap(({ writer, endpoints }) => [
    writer,
    ...endpoints.entries.flatMap(({ node }) => node.items),
  ]);
  return [...events, scenario.expect.promoted, ...moments].filter(({ presence }) => presence === 'known');
}

/** Every value of a design that names an instance, apart from the instances themselves. */
export function instanceReferences(design: Design): readonly Value<string>[] {
  return [
    ...[design.primary, ...design.secondaries.items].flatMap(memberReferences),
    ...design.scenarios.items.flatMap(scenarioReferences),
  ];
}
