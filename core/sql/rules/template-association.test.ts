import { expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { template, withManyConditions } from '../../testing/template-texts.ts';
import { analyzeSql } from '../analyze.ts';
import { governingTemplate } from '../testing/example-context.ts';

const bedrockCall = "SELECT aws_bedrock.invoke_model('m', 'application/json', 'application/json', body);";
const role = (feature: string) => `{ FeatureName: ${feature}, RoleArn: "arn:aws:iam::123456789012:role/ml" }`;

/** What is said of a call under a template whose cluster has these properties. */
function said(properties: string, { sections = '', resources = '', dialect = 'postgresql' as SqlDialect } = {}) {
  const text = template(properties, { sections, resources }).replace('aurora-mysql', `aurora-${dialect}`);
  const call = dialect === 'mysql' ? "SELECT aws_comprehend_detect_sentiment(body, 'en') FROM t;" : bedrockCall;
  const { findings } = analyzeSql(call, { dialect, ...governingTemplate(text) });
  return findings
    .filter(({ rule }) => rule.startsWith('AUR'))
    .map(({ rule, severity, message }) => `${rule} ${severity} ${message}`);
}

test('a cluster with other roles, or none, is a warning that says where to add it', () => {
  const expected = [
    expect.stringMatching(
      /^AUR1114 warning .* for Bedrock with its cluster Cluster.*FeatureName: Bedrock .* AssociatedRoles of Cluster/,
    ),
  ];
  expect(said('')).toEqual(expected);
  expect(said(`      AssociatedRoles: [${role('Comprehend')}]\n`)).toEqual(expected);
});

test('a role for the service, and whatever is not known, is silent', () => {
  expect(said(`      AssociatedRoles: [${role('Bedrock')}]\n`)).toEqual([]);
  expect(
    said(`      AssociatedRoles: !Ref Roles\n`, { sections: 'Parameters: { Roles: { Type: String } }\n' }),
  ).toEqual([]);
  expect(
    said(`      AssociatedRoles: [${role('!Ref Feature')}]\n`, {
      sections: 'Parameters: { Feature: { Type: String } }\n',
    }),
  ).toEqual([]);
});

test('under a condition it is said when', () => {
  const sections = 'Conditions: { HasModels: !Equals [!Ref AWS::Region, us-east-1] }\n';
  const roles = `      AssociatedRoles: [!If [HasModels, ${role('Bedrock')}, !Ref AWS::NoValue]]\n`;
  expect(said(roles, { sections })).toEqual([expect.stringMatching(/^AUR1114 warning .*HasModels/)]);
  expect(said(roles.replace('!Ref AWS::NoValue', role('Bedrock')), { sections })).toEqual([]);
});

test('more conditions than are told apart are no reason to speak', () => {
  const text = withManyConditions(
    template(`      AssociatedRoles: [!If [C0, ${role('Bedrock')}, !Ref AWS::NoValue]]\n`),
  );
  const context = { dialect: 'postgresql', ...governingTemplate(text) } as const;
  expect(analyzeSql(bedrockCall, context).findings.filter(({ rule }) => rule.startsWith('AUR'))).toEqual([]);
});

test('in Aurora MySQL a parameter says for what a role is', () => {
  const roles = '      AssociatedRoles: [{ RoleArn: "arn:aws:iam::123456789012:role/ml" }]\n';
  const group = (parameters: string) => ({
    dialect: 'mysql' as const,
    resources: `  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Family: aurora-mysql8.0, Description: models, Parameters: ${parameters} }
`,
  });
  const properties = `${roles}      DBClusterParameterGroupName: !Ref Group\n`;
  expect(said(properties, group('{ aws_default_comprehend_role: "arn:aws:iam::123456789012:role/ml" }'))).toEqual([]);
  expect(said(properties, group('{ aws_default_bedrock_role: "arn:aws:iam::123456789012:role/ml" }'))).toEqual([
    expect.stringMatching(/^AUR1114 warning .*aws_default_comprehend_role/),
  ]);
  expect(said(`${roles}      DBClusterParameterGroupName: outside\n`, { dialect: 'mysql' })).toEqual([]);
  expect(said('', { dialect: 'mysql' })).toEqual([expect.stringMatching(/^AUR1114 warning/)]);
});
