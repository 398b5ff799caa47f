import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR013',
  title: 'The master password is given, and managed by RDS as well',
  group: 'Identity',
  severity: 'error',
  facts: [limits.manage_master_password],
  check: ({ masterUserPassword, primary }, report) => {
    if (masterUserPassword.presence !== 'known' || known(primary.manageMasterUserPassword) !== true) return;
    const message =
      'With manageMasterUserPassword RDS makes the password itself and refuses a given one. Remove masterUserPassword.';
    report(masterUserPassword.path, message, { at: 'key', fixes: [remove(masterUserPassword.path)] });
  },
};

export const page: RulePage = {
  reason: 'RDS either generates the password and keeps it in Secrets Manager, or takes the one that is given.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
masterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
^^^^^^^^^^^^^^^^^^ AUR013
primary:
  region: us-east-1
  manageMasterUserPassword: true
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  manageMasterUserPassword: true
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
