import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { Range } from '../../text/range.ts';
import { associationOf } from '../associated-services.ts';
import { serviceUsesOf } from '../service-uses.ts';
import type { SqlReport, SqlRule } from '../sql-rule.ts';
import { governedByOrders } from './governing-example.ts';

export const rule: SqlRule = {
  id: 'AUR1101',
  title: 'SQL calls a service that the design does not associate',
  group: 'SQL and design',
  severity: 'error',
  facts: [ml.postgresql_roles, ml.mysql_roles],
  dialects: ['postgresql', 'mysql'],
  formats: ['blueprint'],
  check: (subject, report) => {
    const { design } = subject;
    if (design === undefined) return;
    for (const { service, range } of serviceUsesOf(subject)) checkService(design, service, range, report);
  },
};

function checkService(design: Design, service: MlService, range: Range, report: SqlReport): void {
  const association = associationOf(design, service);
  if (association !== 'missing' && association !== 'unstated') return;
  const name = known(design.name) ?? 'that governs this file';
  const advice = `Add service: ${service} with its roleArn under machineLearning.`;
  if (association === 'missing') {
    report(range, `The design ${name} associates no role for ${service}, so this call cannot work. ${advice}`);
  } else {
    const message = `The design ${name} says nothing of machine learning; this call needs a role for ${service}. ${advice}`;
    report(range, message, { severity: 'warning' });
  }
}

export const page: GovernedPage = {
  reason:
    'Aurora calls Comprehend, SageMaker and Bedrock with an IAM role that is associated with the cluster for that service. Without the role every call fails. A design that lists its roles under machineLearning lists them all; one without the group may have been written before the SQL.',
  bad: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', body)
--     ^^^^^^^^^^^^^^^^^^^^^^^^ AUR1101 associates no role for Bedrock
FROM prompts WHERE id < 100;`,
  good: `SELECT s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;`,
  governedBy: governedByOrders,
};
