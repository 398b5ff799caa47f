import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { freeUsername, isRefusedUsername } from './reserved-username.ts';

export const rule: DesignRule = {
  id: 'AUR011',
  title: 'The master user name is taken by the engine',
  group: 'Identity',
  severity: 'error',
  facts: [limits.master_username_reserved],
  check: (design, report) => {
    const { masterUsername } = design;
    if (!isRefusedUsername(design)) return;
    const message = `${known(masterUsername)} is a reserved word of this engine, and RDS refuses it as the master user name. Choose another one, such as ${freeUsername}.`;
    report(masterUsername.path, message, { fixes: [forNewClusters(setValue(masterUsername.path, freeUsername))] });
  },
};

export const page: RulePage = {
  reason:
    'rdsadmin is the user of AWS itself. On Aurora PostgreSQL admin is reserved as well; on Aurora MySQL it is free.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
masterUsername: admin
#               ^^^^^ AUR011 app_admin
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
masterUsername: app_admin
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
