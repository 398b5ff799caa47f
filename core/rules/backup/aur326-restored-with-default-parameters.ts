import { clustersOf } from '../../design/design.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR326',
  title: 'A restored cluster gets the default parameter group',
  group: 'Backup and restore',
  severity: 'info',
  facts: [limits.cfn_restored_parameter_group, resilience.pitr],
  check: (design, report) => {
    for (const { origin, dbClusterParameterGroupName, parameters } of clustersOf(design)) {
      const restored = [origin.snapshot, origin.pointInTime, origin.clone].some(({ presence }) => presence === 'known');
      if (!restored || dbClusterParameterGroupName.presence !== 'absent' || parameters.presence !== 'absent') continue;
      const message =
        'The restored cluster gets the default parameter group, not the one of its source. Name the group in dbClusterParameterGroupName where the source has one of its own.';
      report(origin.path, message, { at: 'key' });
    }
  },
};

export const page: RulePage = {
  reason:
    'A restore takes the data and not the settings: time zone, character set, logging and extensions that the group of the source switches on are missing until the group is named.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin: { snapshot: { snapshotIdentifier: before-migration } }
# ^^^^^^ AUR326
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin: { snapshot: { snapshotIdentifier: before-migration } }
`,
};
