import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { areSameNames, type GraphResource, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { clusterIdentifierOf } from './cluster-identifiers.ts';
import { freeIdentifier, storedIdentifier } from './identifier.ts';

/** An identifier with where it is written, and the Region in which it has to be the only one of its kind. */
interface Claim {
  readonly identifier: string;
  readonly path: Path;
  readonly region: string;
}

export const rule: DesignRule = {
  id: 'AUR004',
  title: 'An identifier is used twice in one Region',
  group: 'Identity',
  severity: 'error',
  facts: [limits.instance_identifier, limits.cluster_identifier],
  check: (design, report) => {
    for (const claims of [instanceClaims(design), clusterClaims(design)]) {
      const taken = claims.map(({ identifier }) => identifier);
      const seen = new Set<string>();
      for (const { identifier, path, region } of claims) {
        const key = `${region} ${storedIdentifier(identifier)}`;
        if (seen.has(key)) {
          const message = `The identifier ${identifier} is used twice in ${region}; case does not count. Give this one another name.`;
          report(path, message, { fixes: [setValue(path, freeIdentifier(identifier, taken))] });
        }
        seen.add(key);
      }
    }
  },
  checkTemplate: (graph, report) => {
    const clusters = graph.clusters.map((cluster) => ({ of: cluster, value: cluster.property('DBClusterIdentifier') }));
    const instances = graph.instances.map((instance) => ({
      of: instance,
      value: instance.property('DBInstanceIdentifier'),
    }));
    for (const claims of [clusters, instances]) {
      for (const [index, { of, value }] of claims.entries()) {
        const other = claims.slice(0, index).find((earlier) => {
          const exist = of.exists === true && earlier.of.exists === true;
          return exist && areSameNames(value, earlier.value) && !haveOneCluster(of, earlier.of);
        });
        if (other === undefined) continue;
        const name = textOf(value) === undefined ? 'The same identifier' : `The identifier ${textOf(value)}`;
        const message = `${name} is given to ${other.of.logicalId} too, in the Region of the stack; case does not count. Give this one another name.`;
        report(value.path, message);
      }
    }
  },
};

/** Whether two resources are instances of one cluster whose names are known: then their design has both. */
function haveOneCluster(a: GraphResource, b: GraphResource): boolean {
  const [one, other] = [a.property('DBClusterIdentifier'), b.property('DBClusterIdentifier')];
  return areSameNames(one, other) && textOf(a.property('DBInstanceIdentifier')) !== undefined;
}

function instanceClaims(design: Design): readonly Claim[] {
  return clustersOf(design).flatMap((cluster) => {
    const region = known(cluster.region) ?? 'this cluster';
    return cluster.instances.items.flatMap(({ id }) => {
      const identifier = known(id);
      return identifier === undefined ? [] : [{ identifier, path: id.path, region }];
    });
  });
}

/** Identifiers of the clusters that may share a Region: members of a global database never do (AUR603). */
function clusterClaims(design: Design): readonly Claim[] {
  const replicas = design.secondaries.items.filter(({ replication }) => known(replication) === 'binlog');
  return [design.primary, ...replicas].flatMap((cluster) => {
    const region = known(cluster.region);
    const identifier = clusterIdentifierOf(design, cluster);
    return region === undefined || identifier === undefined
      ? []
      : [{ identifier, path: cluster.clusterIdentifier.path, region }];
  });
}

export const page: RulePage = {
  reason: 'Identifiers are unique per account and Region; RDS answers the second one with DBInstanceAlreadyExists.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-a, class: db.r7g.large }
#           ^^^^^^^^ AUR004
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
`,
};
