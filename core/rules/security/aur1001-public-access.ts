import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR1001',
  title: 'The instance has a public address',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.instance_public_access],
  check: (design, report) => {
    for (const { publiclyAccessible } of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      if (known(publiclyAccessible) !== true) continue;
      const message =
        'This instance can be reached from the internet, as far as its security groups let it. Set publiclyAccessible to false.';
      report(publiclyAccessible.path, message, { fixes: [setValue(publiclyAccessible.path, false)] });
    }
  },
};

export const page: RulePage = {
  reason: 'A database is safest without a public address; people reach it through a VPN, a bastion or the Data API.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, publiclyAccessible: true }
#                                                              ^^^^ AUR1001
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, publiclyAccessible: false }
`,
};
