import { type Cluster, clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { clusterIdentifierOf } from './cluster-identifiers.ts';
import { freeIdentifier } from './identifier.ts';
import { renameInstance } from './rename-instance.ts';

export const rule: DesignRule = {
  id: 'AUR017',
  title: 'An instance has the identifier of a cluster of its Region',
  group: 'Identity',
  severity: 'warning',
  facts: [limits.instance_identifier],
  check: (design, report) => {
    const clusters = clustersOf(design);
    const names = clusters.flatMap((cluster) => [
      clusterIdentifierOf(design, cluster) ?? '',
      ...cluster.instances.items.map(({ id }) => known(id) ?? ''),
    ]);
    for (const cluster of clusters) {
      const neighbours = clusters.filter((other) => other === cluster || sameRegion(other, cluster));
      const taken = neighbours.map((neighbour) => clusterIdentifierOf(design, neighbour)?.toLowerCase());
      for (const { id } of cluster.instances.items) {
        const identifier = known(id);
        if (identifier === undefined || !taken.includes(identifier.toLowerCase())) continue;
        const message = `${identifier} is the identifier of a cluster of this Region too; AWS asks for names that differ. Give the instance another one.`;
        const fix = renameInstance(design, id.path, identifier, freeIdentifier(identifier, names));
        report(id.path, message, { fixes: [fix] });
      }
    }
  },
};

function sameRegion(a: Cluster, b: Cluster): boolean {
  return known(a.region) !== undefined && known(a.region) === known(b.region);
}

export const page: RulePage = {
  reason:
    'The guide wants the identifiers of clusters and instances of an account and Region to differ. Where they do not, alarms and logs of the one are taken for those of the other.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders-db
  instances:
    - { id: orders-db, class: db.r7g.large }
#           ^^^^^^^^^ AUR017
    - { id: orders-db-2, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders-db
  instances:
    - { id: orders-db-1, class: db.r7g.large }
    - { id: orders-db-2, class: db.r7g.large }
`,
};
