import { globalSecondaries } from '../../design/global-database.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR328',
  title: 'A secondary of a global database has an origin of its own',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.snapshot_restore_exclusive],
  check: (design, report) => {
    for (const { origin } of globalSecondaries(design)) {
      if (origin.presence !== 'known') continue;
      const message =
        'The data of a secondary come from the primary; a cluster that is restored joins no global database. Remove origin here, or state it on the primary.';
      report(origin.path, message, { at: 'key', fixes: [remove(origin.path)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'A cluster is created as a member of a global database or restored from elsewhere, not both. Restore the primary first, then add the Regions.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    dbClusterParameterGroupName: orders-16
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
    origin: { snapshot: { snapshotIdentifier: before-migration } }
#   ^^^^^^ AUR328
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
    dbClusterParameterGroupName: orders-16
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
