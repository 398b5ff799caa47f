import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import { areSameNames, type GraphResource, isAbsent, isGiven } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR603',
  title: 'Two clusters of the global database lie in one Region',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_region_distinct],
  check: (design, report) => {
    const seen = new Set<string>();
    for (const { region } of globalMembers(design)) {
      const code = known(region);
      if (code === undefined) continue;
      if (seen.has(code)) {
        const message = `${code} already holds a cluster of this global database; each needs a Region of its own. Choose another Region.`;
        report(region.path, message);
      }
      seen.add(code);
    }
  },
  checkTemplate: (graph, report) => {
    const members = graph.clusters.filter(
      (cluster) => cluster.exists === true && isGiven(globalOf(cluster)) && !isRestored(cluster),
    );
    for (const [index, cluster] of members.entries()) {
      const value = globalOf(cluster);
      const first = members.slice(0, index).find((earlier) => areSameNames(globalOf(earlier), value));
      if (first === undefined) continue;
      const message = `${first.logicalId} is a member of this global database too, and both lie in the Region of the stack; each member needs a Region of its own. Put this one into a template for another Region.`;
      report(value.path, message);
    }
  },
};

const globalOf = (cluster: GraphResource) => cluster.property('GlobalClusterIdentifier');

/** Whether a cluster is restored, or may be: then it joins no global database, whatever its property says. */
function isRestored(cluster: GraphResource): boolean {
  const origins = ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'SourceDbClusterResourceId'];
  return origins.some((name) => !isAbsent(cluster.property(name)));
}

export const page: RulePage = {
  reason: 'A global database has one cluster per Region. For more readers in a Region, add instances to its cluster.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - clusterIdentifier: orders-copy
    region: us-east-1
#           ^^^^^^^^^ AUR603
    instances: [{ id: orders-c, class: db.r7g.large }]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - clusterIdentifier: orders-copy
    region: us-west-2
    instances: [{ id: orders-c, class: db.r7g.large }]
`,
};
