import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { hidePassword, literalPassword, passwordFault } from './master-password.ts';

export const rule: DesignRule = {
  id: 'AUR012',
  title: 'The master password is not one that the engine accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.master_password],
  check: (design, report) => {
    const [engine, password] = [known(design.engine), literalPassword(design)];
    const fault = engine === undefined || password === undefined ? undefined : passwordFault(engine, password);
    if (fault === undefined) return;
    const message = `The master password ${fault}. Keep it in Secrets Manager instead of the design.`;
    report(design.masterUserPassword.path, message, { fixes: hidePassword(design) });
  },
};

export const page: RulePage = {
  reason:
    'RDS takes printable ASCII characters apart from slash, double quote, at-sign and space: 8 to 41 of them on Aurora MySQL, 8 to 99 on Aurora PostgreSQL.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
masterUserPassword: s3cret
#                   ^^^^^^ AUR012 6 characters
primary:
  region: us-east-1
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
