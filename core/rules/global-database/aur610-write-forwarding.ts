import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR610',
  title: 'Global write forwarding is on where it cannot work',
  group: 'Global database',
  severity: 'warning',
  facts: [features.global_write_forwarding],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      const { path } = cluster.enableGlobalWriteForwarding;
      if (known(cluster.enableGlobalWriteForwarding) !== true) continue;
      if (standsAlone(design, cluster)) {
        const message =
          'Global write forwarding sends writes from a secondary of a global database to its primary, and this cluster is in none. Remove enableGlobalWriteForwarding.';
        report(path, message, { at: 'key', fixes: [remove(path)] });
        continue;
      }
      const older = versionWithout(design, cluster, features.global_write_forwarding);
      if (older === undefined) continue;
      const message = `${older.name} has no global write forwarding. Raise the version, or remove enableGlobalWriteForwarding.`;
      const fixes = [...raiseVersion(design, older.version, asOf, [features.global_write_forwarding]), remove(path)];
      report(path, message, { at: 'key', fixes });
    }
  },
};

/** Whether a cluster is certainly no member of a global database. */
function standsAlone(design: Design, cluster: Cluster): boolean {
  const { secondaries } = design;
  if (secondaries.presence === 'unknown' || globalMembers(design).includes(cluster)) return false;
  const own = secondaries.items.find((secondary) => secondary === cluster);
  const followers = own === undefined ? secondaries.items : [own];
  return followers.every(({ replication }) => known(replication) === 'binlog');
}

export const page: RulePage = {
  reason:
    'Write forwarding lets applications in a secondary Region write through their own cluster. It needs a global database and a version that has it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  enableGlobalWriteForwarding: true
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR610 in none
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    enableGlobalWriteForwarding: true
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
