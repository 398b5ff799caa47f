import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { clusterIdentifierOf } from './cluster-identifiers.ts';
import { freeIdentifier } from './identifier.ts';

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
        const key = `${region} ${identifier.toLowerCase()}`;
        if (seen.has(key)) {
          const message = `The identifier ${identifier} is used twice in ${region}; case does not count. Give this one another name.`;
          report(path, message, { fixes: [setValue(path, freeIdentifier(identifier, taken))] });
        }
        seen.add(key);
      }
    }
  },
};

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
