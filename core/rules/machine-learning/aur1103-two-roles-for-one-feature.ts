import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatPath, parentPath } from '../../design/path.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { rolesOf } from './cluster-roles.ts';

export const rule: DesignRule = {
  id: 'AUR1103',
  title: 'A cluster has two IAM roles for one feature',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.postgresql_roles],
  check: (design, report) => {
    const reported = new Set<string>();
    for (const cluster of clustersOf(design)) {
      const seen = new Set<string>();
      for (const { feature } of rolesOf(design, cluster)) {
        const name = known(feature);
        if (name === undefined) continue;
        const place = formatPath(feature.path);
        if (seen.has(name) && !reported.has(place)) {
          reported.add(place);
          const message = `This cluster has a role for ${name} already, and Aurora uses one per feature. Keep one of them.`;
          const fix = {
            title: `Remove this role for ${name}`,
            edits: [{ kind: 'remove', path: parentPath(feature.path) } as const],
          };
          report(feature.path, message, { fixes: [fix] });
        }
        seen.add(name);
      }
    }
  },
};

export const page: RulePage = {
  reason: 'A feature name stands for one role. Which of two is used is not defined.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-sentiment" }
#              ^^^^^^^^^^ AUR1103
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
`,
};
