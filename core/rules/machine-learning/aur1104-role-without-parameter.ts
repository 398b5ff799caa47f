import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { learningRolesOf } from './cluster-roles.ts';
import { lacksParameter, roleParameters, setRoleParameter } from './role-parameter.ts';

export const rule: DesignRule = {
  id: 'AUR1104',
  title: 'Aurora MySQL has the role of a service and no parameter that names it',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.mysql_roles],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const cluster of clustersOf(design)) {
      for (const { service, roleArn } of learningRolesOf(design, cluster)) {
        const name = known(service);
        if (name === undefined || !lacksParameter(cluster, roleParameters[name])) continue;
        const parameter = roleParameters[name];
        const arn = known(roleArn);
        const message = `Aurora MySQL finds the role for ${name} by the parameter ${parameter}, which the cluster parameter group does not set. Set it to the ARN of the role; the writer has to be rebooted.`;
        const setTo = (value: string) => ({
          title: `Set ${parameter}`,
          edits: setRoleParameter(design, cluster, name, value),
        });
        report(service.path, message, { fixes: arn === undefined ? [] : [setTo(arn)] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Associating the role is half of it: without the parameter every call of the service fails. A default parameter group cannot be edited, so that the cluster needs one of its own.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
#              ^^^^^^^^^^ AUR1104 aws_default_comprehend_role
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters: { aws_default_comprehend_role: "arn:aws:iam::123456789012:role/orders-comprehend" }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
`,
};
