import * as ml from '../../facts/generated/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { endpointsOf } from '../declared-endpoints.ts';
import { endpointUsesOf } from '../endpoint-uses.ts';
import type { SqlRule } from '../sql-rule.ts';
import { designInWords } from './checked-endpoints.ts';
import { governedByOrders } from './governing-example.ts';

export const rule: SqlRule = {
  id: 'AUR1116',
  title: 'SQL calls a SageMaker endpoint that the design does not declare',
  group: 'SQL and design',
  severity: 'warning',
  facts: [ml.sagemaker_endpoint_name, ml.sagemaker_action],
  dialects: ['postgresql', 'mysql'],
  check: (subject, report) => {
    const { design, text } = subject;
    if (design === undefined) return;
    for (const { endpoint, nameRange } of endpointUsesOf(subject)) {
      const { endpoints, areAll } = endpointsOf(design);
      const names = endpoints.map(({ name }) => name);
      if (!areAll || names.includes(endpoint)) continue;
      const meant = nearestName(endpoint, names);
      const problem = `No endpoint ${endpoint} is declared under machineLearning of ${designInWords(subject)}`;
      const advice =
        meant === undefined
          ? `${declaresInWords(names)} Add it there, or call one of those.`
          : `Did you mean ${meant}?`;
      const isPlain = /^(?:'[^'\\]*'|"[^"\\]*")$/.test(text.slice(nameRange.start, nameRange.end));
      const range = { start: nameRange.start + 1, end: nameRange.end - 1 };
      const fix = { title: `Replace with ${meant}`, edits: [{ range, newText: meant ?? '' }] };
      report(nameRange, `${problem}. ${advice}`, { fixes: isPlain && meant !== undefined ? [fix] : [] });
    }
  },
};

function declaresInWords(names: readonly string[]): string {
  return names.length === 0 ? 'It declares none.' : `It declares ${names.join(', ')}.`;
}

export const page: GovernedPage = {
  reason:
    'A design that lists the endpoints of a SageMaker role lists those that its SQL may call: the policy of the role allows no others. A role without a list says nothing about endpoints.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('fraud-detecter', NULL, amount, country)::double precision FROM payments WHERE id < 100;
--                                   ^^^^^^^^^^^^^^^^ AUR1116 Did you mean fraud-detector?`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount, country)::double precision FROM payments WHERE id < 100;`,
  governedBy: governedByOrders,
};
