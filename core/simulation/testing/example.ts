import type { Design } from '../../design/design.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { type Choice, simulate } from '../simulate.ts';
import type { ClusterMoment, EventKind, Instant, Moment, Timeline } from '../timeline.ts';

/** The design of a small blueprint; the keys that every blueprint has are added, the engine where it says none. */
export function designOf(text: string): Design {
  const engine = /^engine:/m.test(text) ? '' : 'engine: aurora-postgresql\n';
  const design = readBlueprint(`aurora: 1\nname: orders\n${engine}${text}`).documents[0]?.design;
  if (design === undefined) throw new Error('the example holds no design');
  return design;
}

/** A writer in the first AZ, readers of tier 0 and 2 in the second and third. */
export const threeZones = `
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  instances:
    - { id: orders-a, class: db.r7g.2xlarge, availabilityZone: us-east-1a, role: writer, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.2xlarge, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.xlarge, availabilityZone: us-east-1c, promotionTier: 2 }
`;

/** A writer in each AZ, of the retired engine mode. */
export const multiMaster = `
engine: aurora-mysql
primary:
  region: us-east-1
  engineMode: multimaster
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  instances:
    - { id: orders-a, class: db.r5.2xlarge, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r5.2xlarge, availabilityZone: us-east-1b }
    - { id: orders-c, class: db.r5.xlarge, availabilityZone: us-east-1c }
`;

/** A writer and nobody else. */
export const alone = `
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }]
`;

/** The three AZs with a secondary of one reader in another Region. */
export const twoRegions = `${threeZones}
secondaries:
  - region: eu-west-1
    instances: [{ id: orders-eu-a, class: db.r7g.2xlarge, availabilityZone: eu-west-1a }]
`;

/** Plays something on a design that has to be playable. */
export function timelineOf(design: Design, choice: Choice, seed?: number): Timeline {
  const result = simulate(design, choice, seed);
  if ('problem' in result) throw new Error(result.problem);
  return result.timeline;
}

/** Plays events, written as in a scenario, on clusters; `rest` are further keys of the scenario. */
export function played(clusters: string, events: string, rest = ''): Timeline {
  const design = designOf(`${clusters}\nscenarios: [{ name: s, seed: 7, events: [${events}]${rest} }]`);
  return timelineOf(design, { scenario: 's' });
}

/** The first moment of a kind. */
export function momentOf({ moments }: Timeline, kind: EventKind): Moment {
  const moment = moments.find((candidate) => candidate.kind === kind);
  if (moment === undefined) throw new Error(`nothing of kind ${kind} happens`);
  return moment;
}

/** A cluster as it is at an instant; the primary when no Region is named. */
export function clusterAt({ moments }: Timeline, instant: Instant, region = 'us-east-1'): ClusterMoment {
  const last = moments.filter(({ at }) => at <= instant).at(-1);
  const cluster = last?.clusters.find((candidate) => candidate.region === region);
  if (cluster === undefined) throw new Error(`there is no ${region} at ${instant}`);
  return cluster;
}

/** Who answers an endpoint of a cluster. */
export function answersOf({ endpoints }: ClusterMoment, name: string): readonly string[] | undefined {
  return endpoints.find((endpoint) => endpoint.name === name)?.answers;
}
