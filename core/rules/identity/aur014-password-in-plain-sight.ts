import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { hidePassword, literalPassword, passwordFault } from './master-password.ts';

export const rule: DesignRule = {
  id: 'AUR014',
  title: 'The master password stands in the design',
  group: 'Identity',
  severity: 'warning',
  facts: [limits.manage_master_password],
  check: (design, report) => {
    const [engine, password] = [known(design.engine), literalPassword(design)];
    if (password === undefined) return;
    // A password that is refused is said to be so, with the same fixes (AUR012).
    if (engine !== undefined && passwordFault(engine, password) !== undefined) return;
    const message =
      'Whoever reads this file, or its history, reads the master password. Let RDS manage it, or refer to a secret.';
    report(design.masterUserPassword.path, message, { fixes: hidePassword(design) });
  },
};

export const page: RulePage = {
  reason:
    'Designs lie in version control, where a password stays readable after it has been removed. manageMasterUserPassword keeps it in Secrets Manager and rotates it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
masterUserPassword: correct-horse-battery
#                   ^^^^^^^^^^^^^^^^^^^^^ AUR014
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
masterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
