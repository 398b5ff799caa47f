import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import { secretReference } from '../identity/master-password.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR609',
  title: 'The password is managed by RDS in a global database',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.manage_master_password, limits.global_unsupported_features],
  check: (design, report) => {
    const { masterUserPassword } = design;
    for (const { manageMasterUserPassword } of globalMembers(design)) {
      if (known(manageMasterUserPassword) !== true) continue;
      const message =
        'RDS does not manage the master password of a global database: it has to be switched off before a Region can be added. Keep the password in a secret of your own and refer to it.';
      const { edits } = remove(manageMasterUserPassword.path);
      const secret = { kind: 'set', path: masterUserPassword.path, value: secretReference(design) } as const;
      const fix =
        masterUserPassword.presence === 'absent'
          ? { title: 'Refer to a secret instead', edits: [...edits, secret] }
          : remove(manageMasterUserPassword.path);
      report(manageMasterUserPassword.path, message, { at: 'key', fixes: [fix] });
    }
  },
};

export const page: RulePage = {
  reason:
    'The secret that RDS manages lies in one Region and rotates there; the secondaries would not follow. AWS asks to switch the management off first.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  manageMasterUserPassword: true
# ^^^^^^^^^^^^^^^^^^^^^^^^ AUR609
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
masterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
