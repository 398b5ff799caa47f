import { clustersOf } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR1016',
  title: 'The engine version does not forward writes inside the cluster',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [features.local_write_forwarding],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      const { enableLocalWriteForwarding } = cluster;
      if (known(enableLocalWriteForwarding) !== true) continue;
      const older = versionWithout(design, cluster, features.local_write_forwarding);
      if (older === undefined) continue;
      const message = `Readers of ${older.name} do not forward writes to the writer. Raise the version, or remove enableLocalWriteForwarding.`;
      const fixes = [
        ...raiseVersion(design, older.version, asOf, [features.local_write_forwarding]),
        remove(enableLocalWriteForwarding.path),
      ];
      report(enableLocalWriteForwarding.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason: 'Local write forwarding came with a minor version of each major.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.6"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  enableLocalWriteForwarding: true
#                             ^^^^ AUR1016 14.6
  instances:
    - { id: orders-a, class: db.r6g.large }
    - { id: orders-b, class: db.r6g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  enableLocalWriteForwarding: true
  instances:
    - { id: orders-a, class: db.r6g.large }
    - { id: orders-b, class: db.r6g.large }
`,
};
