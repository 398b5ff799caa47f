import { clustersOf } from '../../design/design.ts';
import { globalMembers } from '../../design/global-database.ts';
import { takesMinorVersions } from '../../design/minor-upgrade.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR524',
  title: 'Instances differ in automatic minor upgrades',
  group: 'Maintenance and lifecycle',
  severity: 'info',
  facts: [limits.auto_minor_upgrade],
  check: (design, report) => {
    const members = globalMembers(design);
    for (const cluster of clustersOf(design)) {
      if (members.includes(cluster)) continue;
      const { items } = cluster.instances;
      const off = items.filter((instance) => takesMinorVersions(cluster, instance) === false);
      const on = items.filter((instance) => takesMinorVersions(cluster, instance) === true);
      const [first] = off;
      if (first === undefined || on.length === 0) continue;
      const message = `${known(first.id) ?? 'This instance'} takes no minor versions by itself, so that none of the cluster does, though ${on.length} of its ${items.length} instances would. Make them equal.`;
      const edits = on.map(({ autoMinorVersionUpgrade: { path } }) => ({ kind: 'set', path, value: false }) as const);
      report(first.autoMinorVersionUpgrade.path, message, {
        fixes: [{ title: 'Set autoMinorVersionUpgrade to false on every instance', edits }],
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora upgrades the minor version of a cluster by itself only if all its instances take it: a single false counts for all.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, autoMinorVersionUpgrade: false }
#                                                                   ^^^^^ AUR524
    - { id: orders-b, class: db.r7g.large, autoMinorVersionUpgrade: true }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, autoMinorVersionUpgrade: false }
    - { id: orders-b, class: db.r7g.large, autoMinorVersionUpgrade: false }
`,
};
