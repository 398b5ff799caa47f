import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR606',
  title: 'A secondary has a writer',
  group: 'Global database',
  severity: 'error',
  facts: [limits.writer_per_cluster],
  check: (design, report) => {
    for (const { role } of globalSecondaries(design).flatMap(({ instances }) => instances.items)) {
      if (known(role) !== 'writer') continue;
      const message =
        'A secondary of a global database has readers only; the writer stands in the primary. Make it a reader.';
      report(role.path, message, { fixes: [setValue(role.path, 'reader')] });
    }
  },
};

export const page: RulePage = {
  reason:
    'One instance of a global database writes, in the primary Region; the others follow by storage. A secondary that is promoted chooses its writer among its readers.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large, role: writer }
#                                                     ^^^^^^ AUR606
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
    instances:
      - { id: orders-eu-a, class: db.r7g.large, role: reader }
`,
};
