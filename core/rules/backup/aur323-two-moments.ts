import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR323',
  title: 'A restore names a moment and the latest one as well',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.pitr_params],
  check: (design, report) => {
    for (const { origin } of clustersOf(design)) {
      const { restoreToTime, useLatestRestorableTime } = origin.pointInTime;
      if (restoreToTime.presence !== 'known' || known(useLatestRestorableTime) !== true) continue;
      const message =
        'restoreToTime says one moment and useLatestRestorableTime another: the API refuses both together, and CloudFormation drops the time and restores the latest moment. Keep one.';
      report(useLatestRestorableTime.path, message, {
        at: 'key',
        fixes: [remove(useLatestRestorableTime.path), remove(restoreToTime.path)],
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'Through CloudFormation the cluster comes up with the latest data, the fault that was to be undone among them.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    pointInTime:
      sourceDBClusterIdentifier: orders-old
      restoreToTime: 2026-11-01T03:00:00Z
      useLatestRestorableTime: true
#     ^^^^^^^^^^^^^^^^^^^^^^^ AUR323
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    pointInTime:
      sourceDBClusterIdentifier: orders-old
      restoreToTime: 2026-11-01T03:00:00Z
`,
};
