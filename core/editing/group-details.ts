import { type Cluster, clustersOf, type Design, type Scenario } from '../design/design.ts';
import { known } from '../design/node.ts';
import { formatPath } from '../design/path.ts';
import { isWriter } from '../design/promotion.ts';

/** What groups of a design are, in a few words, by their paths. */
export type GroupDetails = ReadonlyMap<string, string>;

/** What to say of the groups of a design beside their names: `db.r7g.large writer` of an instance. */
export function groupDetails(design: Design): GroupDetails {
  const details = new Map<string, string>();
  const say = ({ path }: { readonly path: Cluster['path'] }, words: readonly (string | undefined)[]) => {
    details.set(formatPath(path), words.filter((word) => word !== undefined).join(' '));
  };
  for (const cluster of clustersOf(design)) {
    say(cluster, [known(cluster.clusterIdentifier), known(cluster.region)]);
    for (const instance of cluster.instances.items) {
      say(instance, [known(instance.class), isWriter(design, cluster, instance) ? 'writer' : 'reader']);
    }
    for (const endpoint of cluster.endpoints.items) say(endpoint, [known(endpoint.type) ?? 'ANY']);
  }
  for (const secondary of design.secondaries.items) say(secondary, [known(secondary.region)]);
  for (const { endpoints } of design.machineLearning.items) {
    for (const endpoint of endpoints.items) say(endpoint, ['SageMaker endpoint']);
  }
  for (const scenario of design.scenarios.items) {
    const { length } = scenario.events.items;
    say(scenario, [`${length} ${length === 1 ? 'event' : 'events'}`]);
    for (const event of scenario.events.items) say(event, whatHappens(event));
  }
  return details;
}

type ScenarioEvent = Scenario['events']['items'][number];

/** The kind of an event with what it hits. */
function whatHappens(event: ScenarioEvent): readonly (string | undefined)[] {
  const kinds = ['fail', 'crash', 'restart', 'corrupt', 'failover', 'switchover', 'add', 'remove', 'patch'] as const;
  const kind = kinds.find((one) => event[one].presence === 'known');
  return kind === undefined ? [] : [kind, known(event[kind]), known(event.target)];
}
