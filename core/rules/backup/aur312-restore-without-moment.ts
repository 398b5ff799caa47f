import { clustersOf } from '../../design/design.ts';
import { knownOr } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR312',
  title: 'A restore to a point in time names no moment',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.pitr_params, limits.pitr_latest],
  check: (design, report) => {
    for (const { origin } of clustersOf(design)) {
      const { presence, path, restoreToTime, useLatestRestorableTime } = origin.pointInTime;
      if (presence !== 'known' || restoreToTime.presence !== 'absent') continue;
      if (knownOr(useLatestRestorableTime, false) !== false) continue;
      const message = `The restore says no moment: give restoreToTime, or set useLatestRestorableTime to true for the latest one, normally within the last ${limits.pitr_latest.value} minutes.`;
      report(path, message, { at: 'key', fixes: [setValue(useLatestRestorableTime.path, true)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS needs one of RestoreToTime and UseLatestRestorableTime, and refuses a restore that has neither.',
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
#   ^^^^^^^^^^^ AUR312 no moment
      sourceDBClusterIdentifier: orders-old
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
