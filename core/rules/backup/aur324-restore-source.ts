import { clustersOf } from '../../design/design.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR324',
  title: 'A restore to a point in time does not name exactly one source',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.pitr_params],
  check: (design, report) => {
    for (const { origin } of clustersOf(design)) {
      const {
        presence,
        path,
        sourceDBClusterIdentifier: identifier,
        sourceDbClusterResourceId: resourceId,
      } = origin.pointInTime;
      if (presence !== 'known') continue;
      if (identifier.presence === 'known' && resourceId.presence === 'known') {
        const message =
          'The source is named twice, by identifier and by resource id, and RDS takes one of them. Keep the identifier for a cluster that still exists.';
        report(resourceId.path, message, { at: 'key', fixes: [remove(resourceId.path), remove(identifier.path)] });
      }
      if (identifier.presence === 'absent' && resourceId.presence === 'absent') {
        const message =
          'The restore names no source. Give sourceDBClusterIdentifier, or sourceDbClusterResourceId for a cluster that is deleted.';
        report(path, message, { at: 'key' });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'RestoreDBClusterToPointInTime takes the identifier of a cluster, or the resource id that its kept backups still have after it is deleted.',
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
      sourceDbClusterResourceId: cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ AUR324 named twice
      useLatestRestorableTime: true
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
      useLatestRestorableTime: true
`,
};
