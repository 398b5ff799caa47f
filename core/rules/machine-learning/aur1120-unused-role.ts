import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { Report, RuleIdentity } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: RuleIdentity = {
  id: 'AUR1120',
  title: 'No SQL uses a role for machine learning',
  group: 'SQL and design',
  severity: 'info',
  facts: [ml.postgresql_roles, ml.mysql_roles],
};

/** Reports the roles of a design that no SQL needs which it governs; `called` are the services that this SQL calls. */
export function reportUnusedRoles({ machineLearning }: Design, called: ReadonlySet<string>, report: Report): void {
  for (const { service } of machineLearning.items) {
    const name = known(service);
    if (name === undefined || called.has(name)) continue;
    const message = `Nothing calls ${name}: no statement of the SQL in this workspace that the design governs needs this role. A role that nothing needs is better taken away.`;
    report(service.path, message);
  }
}

export const page: RulePage = {
  reason:
    'A role lets whoever may run SQL on the cluster call a service and spend money. Where the SQL of the workspace is governed by the design and none of it calls the service, the role may be left from before, or the calls are made elsewhere.',
  bad: `# beside SQL that calls nothing but Comprehend
aurora: 1
name: reviews
engine: aurora-postgresql
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
#              ^^^^^^^ AUR1120 Nothing calls Bedrock
`,
  good: `# beside SQL that calls nothing but Comprehend
aurora: 1
name: reviews
engine: aurora-postgresql
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
`,
};
