import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import { roleParameters } from '../../rules/machine-learning/role-parameter.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { associationOf } from '../associated-services.ts';
import { serviceUsesOf } from '../service-uses.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'AUR1114',
  title: 'SQL calls a service for which the cluster of the template has no role',
  group: 'SQL and design',
  severity: 'warning',
  facts: [ml.postgresql_roles, ml.mysql_roles],
  dialects: ['postgresql', 'mysql'],
  formats: ['cloudformation'],
  check: (subject, report) => {
    const { design, logicalId = '' } = subject;
    if (design === undefined) return;
    const isMysql = known(design.engine) === 'aurora-mysql';
    for (const { service, range } of serviceUsesOf(subject)) {
      const association = associationOf(design, service);
      if (association !== 'missing' && association !== 'unstated') continue;
      const problem = `The template associates no role for ${service} with its cluster ${logicalId}, and this call fails without one.`;
      const advice = isMysql ? adviceForMysql(logicalId, service) : adviceForPostgresql(logicalId, service);
      report(range, `${problem} ${advice}`);
    }
  },
};

function adviceForPostgresql(logicalId: string, service: MlService): string {
  return `Add an entry with FeatureName: ${service} and its RoleArn to AssociatedRoles of ${logicalId}, unless the role is attached outside the template.`;
}

function adviceForMysql(logicalId: string, service: MlService): string {
  return `Add its RoleArn to AssociatedRoles of ${logicalId} and set ${roleParameters[service]} in its cluster parameter group, unless that is done outside the template.`;
}

export const page: RulePage = {
  reason:
    'Aurora calls Comprehend, SageMaker and Bedrock with an IAM role that is associated with the cluster for that service. A role can also be attached to a cluster outside its template; where it is not, every call fails.',
  bad: `-- governed by a template whose cluster has a role for Comprehend alone
SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', body)
--     ^^^^^^^^^^^^^^^^^^^^^^^^ AUR1114 FeatureName: Bedrock
FROM prompts WHERE id < 100;`,
  good: `-- governed by a template whose cluster has a role for Comprehend alone
SELECT s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;`,
};
