import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { learningRolesOf, rolesOf } from './cluster-roles.ts';
import { roleParameters } from './role-parameter.ts';

const services = Object.keys(roleParameters) as readonly MlService[];

export const rule: DesignRule = {
  id: 'AUR1106',
  title: 'A parameter names a role that the cluster does not have',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.mysql_roles],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const cluster of clustersOf(design)) {
      const arns = rolesOf(design, cluster).map(({ roleArn }) => known(roleArn));
      if (design.machineLearning.presence === 'unknown' || !arns.every(isArn)) continue;
      for (const { key, node } of cluster.parameters.entries) {
        const service = services.find((candidate) => roleParameters[candidate] === key);
        const arn = known(node);
        if (service === undefined || !isArn(arn) || arns.includes(arn)) continue;
        const message = `${key} names a role that is not associated with the cluster, so that calls of ${service} fail. Associate it under machineLearning.`;
        report(node.path, message, { fixes: [associate(design, cluster, service, arn, node.path)] });
      }
    }
  },
};

/** Whether it is written as an ARN, rather than as a reference that is resolved elsewhere. */
function isArn(text: string | undefined): text is string {
  return text?.startsWith('arn:') === true;
}

/** The cluster gets the role, or the parameter names the one that the cluster has for the service. */
function associate(design: Design, cluster: Cluster, service: MlService, roleArn: string, parameter: Path): DesignFix {
  const own = learningRolesOf(design, cluster).find((role) => known(role.service) === service);
  const arn = own === undefined ? undefined : known(own.roleArn);
  if (arn !== undefined) return setValue(parameter, arn);
  const region = known(cluster.region);
  const role = { service, roleArn };
  const value = cluster === design.primary || region === undefined ? role : { ...role, regions: [region] };
  return {
    title: `Associate the role for ${service}`,
    edits: [{ kind: 'insert', path: design.machineLearning.path, value }],
  };
}

export const page: RulePage = {
  reason: 'The parameter chooses among the roles of the cluster; one that is not associated cannot be used.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters: { aws_default_comprehend_role: "arn:aws:iam::123456789012:role/orders-comprehend" }
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1106
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
