import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { rolesOf } from '../machine-learning/cluster-roles.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.iam_roles_per_cluster.value;

export const rule: DesignRule = {
  id: 'AUR1012',
  title: 'The cluster has more than 5 IAM roles',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.iam_roles_per_cluster],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const seen = new Set<string>();
      for (const { roleArn } of rolesOf(design, cluster)) {
        const arn = known(roleArn);
        if (arn === undefined || seen.has(arn)) continue;
        seen.add(arn);
        if (seen.size !== most + 1) continue;
        const message = `This is role ${seen.size} of the cluster; the quota is ${most} per cluster until AWS raises it. Let one role serve several purposes, or ask for a higher quota.`;
        report(roleArn.path, message);
      }
    }
  },
};

const example = (names: readonly string[], marker = '') => `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  associatedRoles:
${names.map((name) => `    - roleArn: arn:aws:iam::123456789012:role/${name}\n`).join('')}${marker}`;

const roles = ['load', 'unload', 'call', 'audit', 'report'];

export const page: RulePage = {
  reason: 'The quota can be raised; without that, associating the sixth role fails.',
  bad: /* @__PURE__ */ example([...roles, 'export'], `#              ${'^'.repeat(37)} AUR1012\n`),
  good: /* @__PURE__ */ example([...roles, 'load']),
};
