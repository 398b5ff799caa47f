import { expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { template } from '../../testing/template-texts.ts';

interface Role {
  readonly feature?: string;
  readonly trust?: string;
  /** Lines of the properties of the role. */
  readonly lines?: string;
  readonly resources?: string;
  readonly sections?: string;
}

const trustOfRds =
  '{ Statement: [{ Effect: Allow, Principal: { Service: rds.amazonaws.com }, Action: sts:AssumeRole }] }';

/** A cluster whose role stands in the template. */
const withRole = ({ feature = 'Comprehend', trust = trustOfRds, lines = '', resources = '', sections = '' }: Role) =>
  template(`      AssociatedRoles: [{ FeatureName: ${feature}, RoleArn: !GetAtt Caller.Arn }]\n`, {
    sections,
    resources: `  Caller:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: ${trust}\n${lines}${resources}`,
  }).replaceAll('aurora-mysql', 'aurora-postgresql');

const inline = (statement: string) =>
  `      Policies: [{ PolicyName: a, PolicyDocument: { Statement: ${statement} } }]\n`;
const allow = (action: string) => `[{ Effect: Allow, Resource: "*", Action: ${action} }]`;
const marked = (role: Role) => withRole(role).replace('  Caller:\n', '  Caller:\n# ^^^^^^ AUR1107\n');
const both = 'comprehend:DetectSentiment, comprehend:BatchDetectSentiment';
const policy = (type: string, lines: string, action: string) =>
  `  Policy:\n    Type: AWS::IAM::${type}\n    Properties:\n${lines}      PolicyDocument: { Statement: ${allow(action)} }\n`;

describeTemplateCases('AUR1107', [
  ['both actions', withRole({ lines: inline(allow(`[${both}]`)) })],
  ['a pattern', withRole({ lines: inline(allow('"comprehend:*DetectSentiment"')) })],
  [
    'a pattern in other letters',
    withRole({ lines: inline(allow('["Comprehend:batch?etectSentiment", "comprehend:D*"]')) }),
  ],
  [
    'a pattern that ends in stars',
    withRole({ lines: inline(allow('["comprehend:DetectSentiment**", "comprehend:Batch*e*tectSent*ment"]')) }),
  ],
  [
    'patterns that go on, take a letter more, or say a word twice',
    withRole({
      lines: `${inline(allow('["comprehend:*SentimentJob", "comprehend:?DetectSentiment", "comprehend:*Sentiment*Sentiment"]')).trimEnd()}\n#                                                                                               ^^^^^^ AUR1107\n`,
    }),
  ],
  ['a pattern that takes a letter too many', marked({ lines: inline(allow('"?comprehend:*"')) })],
  [
    'the action of that name of another service',
    marked({ lines: inline(allow('[s3:DetectSentiment, s3:BatchDetectSentiment]')) }),
  ],
  ['everything', withRole({ lines: inline(allow('"*"')) })],
  [
    'two statements',
    withRole({
      lines: inline(
        '[{ Effect: Allow, Action: comprehend:DetectSentiment }, { Effect: Allow, Action: comprehend:BatchDetectSentiment }]',
      ),
    }),
  ],
  ['one statement without a list', withRole({ lines: inline(`{ Effect: Allow, Action: [${both}] }`) })],
  ['a dot that stands for itself', marked({ lines: inline(allow('"comprehend.*"')) })],
  ['another service', marked({ lines: inline(allow('s3:GetObject')) })],
  [
    'what is denied is not allowed',
    marked({
      lines: inline('[{ Effect: Deny, Action: comprehend:Delete* }, { Effect: Allow, Action: s3:GetObject }]'),
    }),
  ],
  ['SageMaker', marked({ feature: 'SageMaker', lines: inline(allow('s3:GetObject')) })],
  ['Bedrock', marked({ feature: 'Bedrock', lines: inline(allow('s3:GetObject')) })],
  [
    'SageMaker that may be called',
    withRole({ feature: 'SageMaker', lines: inline(allow('sagemaker:InvokeEndpoint')) }),
  ],
  ['Bedrock that may be called', withRole({ feature: 'Bedrock', lines: inline(allow('bedrock:InvokeModel')) })],
  ['another feature', withRole({ feature: 's3Import', lines: inline(allow('s3:GetObject')) })],
  ['no policy at all', withRole({})],
  [
    'a policy of AWS',
    withRole({
      lines: `${inline(allow('s3:GetObject'))}      ManagedPolicyArns: [arn:aws:iam::aws:policy/ComprehendReadOnly]\n`,
    }),
  ],
  ['all but some actions', withRole({ lines: inline('[{ Effect: Allow, NotAction: iam:* }]') })],
  [
    'actions that are not known',
    withRole({
      lines: inline(allow('!Ref Actions')),
      sections: 'Parameters: { Actions: { Type: CommaDelimitedList } }\n',
    }),
  ],
  [
    'an effect that is not known',
    withRole({
      lines: inline('[{ Effect: !Ref Effect, Action: s3:PutObject }, { Effect: Allow, Action: s3:GetObject }]'),
      sections: 'Parameters: { Effect: { Type: String } }\n',
    }),
  ],
  ['a macro', withRole({ lines: inline(allow('s3:GetObject')), sections: 'Transform: Mine\n' })],
  ...['Policy', 'ManagedPolicy'].map(
    (type) =>
      [
        `${type} of the template`,
        marked({ resources: policy(type, '      Roles: [!Ref Caller]\n', 's3:GetObject') }),
      ] as const,
  ),
  [
    'RolePolicy of the template',
    marked({ resources: policy('RolePolicy', '      RoleName: !Ref Caller\n', 's3:GetObject') }),
  ],
  [
    'a policy that allows it',
    withRole({
      lines: inline(allow('s3:GetObject')),
      resources: policy('Policy', '      Roles: [!Ref Caller]\n', `[${both}]`),
    }),
  ],
  [
    'a managed policy by reference',
    marked({
      lines: '      ManagedPolicyArns: [!Ref Policy]\n',
      resources: policy('ManagedPolicy', '', 's3:GetObject'),
    }),
  ],
  [
    'a managed policy that allows it',
    withRole({
      lines: '      ManagedPolicyArns: [!Ref Policy]\n',
      resources: policy('ManagedPolicy', '', `[${both}]`),
    }),
  ],
  ['the policy of another role', withRole({ resources: policy('Policy', '      Roles: [other]\n', 's3:GetObject') })],
  [
    'a policy by the name of the role',
    marked({
      lines: '      RoleName: caller\n',
      resources: policy('Policy', '      Roles: [caller]\n', 's3:GetObject'),
    }),
  ],
  [
    'a policy of roles that are not known',
    withRole({
      lines: inline(allow('s3:GetObject')),
      resources: policy('Policy', '      Roles: !Ref Roles\n', `[${both}]`),
      sections: 'Parameters: { Roles: { Type: CommaDelimitedList } }\n',
    }),
  ],
]);

test('AUR1107: the role that a parameter of Aurora MySQL names is looked at too', () => {
  const text = template('      DBClusterParameterGroupName: !Ref Group\n', {
    resources: `  Group:\n    Type: AWS::RDS::DBClusterParameterGroup\n    Properties: { Family: aurora-mysql8.0, Description: ours, Parameters: { aws_default_bedrock_role: !GetAtt Caller.Arn } }\n  Caller:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: ${trustOfRds}\n${inline(allow('s3:GetObject'))}`,
  });
  const [finding] = findingsOn(text).filter(({ rule }) => rule === 'AUR1107');
  expect(finding?.message).toContain('bedrock:InvokeModel');
});

test('AUR1107: one action is added to those of its service, two are left to a person', () => {
  const one = withRole({
    lines: inline(
      '[{ Effect: Allow, Action: s3:GetObject }, { Effect: Allow, Action: [s3:PutObject, comprehend:DetectSentiment] }]',
    ),
  });
  expect(mendTemplate(one, 'AUR1107')).toContain(
    'Action: [s3:PutObject, comprehend:DetectSentiment, comprehend:BatchDetectSentiment]',
  );
  const elsewhere = findingsOn(withRole({ feature: 'Bedrock', lines: inline(allow('s3:GetObject')) }));
  expect(elsewhere.filter(({ rule }) => rule === 'AUR1107').map(({ fixes }) => fixes)).toEqual([[]]);
  const none = findingsOn(withRole({ lines: inline(allow('comprehend:DetectEntities')) })).filter(
    ({ rule }) => rule === 'AUR1107',
  );
  expect(none.map(({ path, fixes }) => [path.split('.').at(-1), fixes])).toEqual([['Action', []]]);
  expect(none[0]?.message).toContain('comprehend:DetectSentiment and comprehend:BatchDetectSentiment');
});

const principal = (written: string) =>
  `{ Statement: [{ Effect: Allow, Principal: ${written}, Action: sts:AssumeRole }] }`;
const trusted = (trust: string, sections = '') => withRole({ feature: 's3Import', trust, sections });
const onService = (trust: string) => {
  const column = '      AssumeRolePolicyDocument: '.length + trust.indexOf('Service');
  return trusted(`${trust}\n#${' '.repeat(column - 1)}^^^^^^^ AUR1108`);
};

describeTemplateCases('AUR1108', [
  ['RDS', trusted(trustOfRds)],
  ['RDS among others', trusted(principal('{ Service: [lambda.amazonaws.com, rds.amazonaws.com] }'))],
  ['RDS of a Region', trusted(principal('{ Service: rds.eu-west-1.amazonaws.com }'))],
  ['RDS in China', trusted(principal('{ Service: rds.amazonaws.com.cn }'))],
  ['anybody', trusted(principal('"*"'))],
  ['another service', onService(principal('{ Service: lambda.amazonaws.com }'))],
  ['its monitoring', onService(principal('{ Service: monitoring.rds.amazonaws.com }'))],
  ['a name that only begins so', onService(principal('{ Service: rds.amazonaws.com.example.org }'))],
  ['an account', trusted(`${principal('{ AWS: "123456789012" }')}\n#     ^^^^^^^^^^^^^^^^^^^^^^^^ AUR1108`)],
  ['RDS denied', trusted(`${trustOfRds.replace('Allow', 'Deny')}\n#     ^^^^^^^^^^^^^^^^^^^^^^^^ AUR1108`)],
  ['a service that is not known', trusted(principal(`{ Service: !Sub "rds.\${AWS::URLSuffix}" }`))],
  ['a document that is not known', trusted('!Ref Trust', 'Parameters: { Trust: { Type: String } }\n')],
  [
    'RDS in another statement',
    trusted(
      '{ Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com } }, { Effect: Allow, Principal: { Service: rds.amazonaws.com } }] }',
    ),
  ],
  ['a principal that is not known', trusted(principal('!Ref Trust'), 'Parameters: { Trust: { Type: String } }\n')],
  ['nobody named', trusted('{ Statement: [{ Effect: Allow, Action: sts:AssumeRole }] }')],
  [
    'an effect that is not known',
    trusted(
      `{ Statement: [{ Effect: !Ref Trust, Principal: { Service: lambda.amazonaws.com } }] }`,
      'Parameters: { Trust: { Type: String } }\n',
    ),
  ],
]);

test('AUR1108: RDS joins the service that may take the role', () => {
  const text = trusted(principal('{ Service: lambda.amazonaws.com }'));
  expect(mendTemplate(text, 'AUR1108')).toContain('Service: [ lambda.amazonaws.com, rds.amazonaws.com ]');
  const [finding] = findingsOn(trusted(principal('{ AWS: "123456789012" }'))).filter(({ rule }) => rule === 'AUR1108');
  expect(finding?.fixes).toEqual([]);
});

test('AUR1108: a role of two clusters is looked at once', () => {
  const text = `${trusted(principal('{ Service: lambda.amazonaws.com }'))}  Second:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-postgresql, SnapshotIdentifier: a, Port: 5432, AssociatedRoles: [{ FeatureName: Lambda, RoleArn: !GetAtt Caller.Arn }, { FeatureName: Bedrock, RoleArn: !GetAtt Caller.Arn }] }\n`;
  expect(findingsOn(text).filter(({ rule }) => rule === 'AUR1108').length).toBe(1);
});
