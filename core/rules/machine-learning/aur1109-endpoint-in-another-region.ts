import { parseArn } from '../../design/arn.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { regionsOf } from './cluster-roles.ts';

export const rule: DesignRule = {
  id: 'AUR1109',
  title: 'A SageMaker endpoint lies in another Region than the cluster',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.same_region, ml.sagemaker_endpoint_name],
  check: (design, report) => {
    for (const learning of design.machineLearning.items) {
      const regions = regionsOf(design, learning);
      for (const { name } of learning.endpoints.items) {
        const arn = parseArn(known(name) ?? '');
        if (arn?.service !== 'sagemaker' || regions === undefined || regions.includes(arn.region)) continue;
        const message = `This endpoint lies in ${arn.region}, and Aurora calls SageMaker in the Region of the cluster only (${regions.join(', ')}). Name an endpoint there.`;
        report(name.path, message, { fixes: [setValue(name.path, arn.resource.replace('endpoint/', ''))] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora machine learning calls services in the Region of the cluster; an endpoint is named without its Region.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - service: SageMaker
    roleArn: arn:aws:iam::123456789012:role/orders-sagemaker
    endpoints:
      - { name: "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud-detector" }
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1109 eu-west-1
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - service: SageMaker
    roleArn: arn:aws:iam::123456789012:role/orders-sagemaker
    endpoints:
      - { name: fraud-detector }
`,
};
