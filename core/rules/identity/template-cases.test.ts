import { describe, expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { template } from '../../testing/template-texts.ts';

const bare = (properties: string, more: Parameters<typeof template>[1] = {}) =>
  template(properties, { credentials: '', ...more });

const password = '      ManageMasterUserPassword: true\n';
const name = '      MasterUsername: app_admin\n';

/** What makes a cluster no fresh one. */
const origins = [
  'SnapshotIdentifier: before',
  'SourceDBClusterIdentifier: shop',
  'SourceDbClusterResourceId: cluster-ABC',
  'ReplicationSourceIdentifier: shop',
  'GlobalClusterIdentifier: world',
];

const conditions = `Parameters:
  Snapshot: { Type: String, Default: "" }
Conditions:
  IsRestored: !Not [!Equals [!Ref Snapshot, ""]]
`;
const snapshot = '      SnapshotIdentifier: !If [IsRestored, !Ref Snapshot, !Ref AWS::NoValue]\n';

describe.each(origins)('AUR015 and AUR019 with %s', (origin) => {
  test('a cluster needs no master user', () => {
    const rules = findingsOn(bare(`      ${origin}\n`)).map(({ rule }) => rule);
    expect(rules).not.toContain('AUR015');
    expect(rules).not.toContain('AUR019');
  });
});

describeTemplateCases('AUR015', [
  ['an empty name', bare(`${password}      MasterUsername: ""\n#                     ^^ AUR015\n`)],
  [
    'an empty snapshot',
    bare(`${password}      SnapshotIdentifier: ""\n`).replace('Cluster:\n', 'Cluster:\n# ^^^^^^^ AUR015\n'),
  ],
  [
    'a name from elsewhere',
    bare(`${password}      MasterUsername: !Ref Name\n`, { sections: 'Parameters: { Name: { Type: String } }\n' }),
  ],
  [
    'a snapshot that may be empty',
    bare(`${password}      SnapshotIdentifier: !Ref Snapshot\n`, {
      sections: 'Parameters: { Snapshot: { Type: String, Default: "" } }\n',
    }),
  ],
  [
    'a name in the case in which it is needed',
    bare(`${snapshot}${password}      MasterUsername: !If [IsRestored, !Ref AWS::NoValue, app_admin]\n`, {
      sections: conditions,
    }),
  ],
  [
    'a name in the other case',
    bare(`${snapshot}${password}      MasterUsername: !If [IsRestored, app_admin, !Ref AWS::NoValue]\n`, {
      sections: conditions,
    }).replace('Cluster:\n', 'Cluster:\n# ^^^^^^^ AUR015 This is so when IsRestored is false.\n'),
  ],
  ['a macro may add it', bare(password, { sections: 'Transform: MyMacro\n' })],
  [
    'an include may add it',
    bare(`${password}      Fn::Transform: { Name: AWS::Include, Parameters: { Location: here } }\n`),
  ],
  ['a cluster that is no Aurora', bare(password).replace('aurora-mysql', 'mysql\n      AllocatedStorage: 100')],
]);

describeTemplateCases('AUR019', [
  ['a password', bare(`${name}      MasterUserPassword: "{{resolve:ssm-secure:password}}"\n`)],
  ['a managed password', bare(`${name}      ManageMasterUserPassword: "true"\n`)],
  [
    'a managed password that is switched off',
    bare(`${name}      ManageMasterUserPassword: false\n#                               ^^^^^ AUR019\n`),
  ],
  [
    'a managed password that may be on',
    bare(`${name}      ManageMasterUserPassword: !Ref Managed\n`, {
      sections: 'Parameters: { Managed: { Type: String } }\n',
    }),
  ],
  ['IAM', bare(`${name}      MasterUserAuthenticationType: iam-db-auth\n`)],
  [
    'a password by its kind',
    bare(`${name}      MasterUserAuthenticationType: password\n`).replace('Cluster:\n', 'Cluster:\n# ^^^^^^^ AUR019\n'),
  ],
]);

describeTemplateCases('AUR020', [
  ['a managed password', bare(`${name}${password}      MasterUserSecret: { KmsKeyId: alias/a }\n`)],
  [
    'one that is switched off',
    bare(
      `${name}      ManageMasterUserPassword: false\n      MasterUserSecret: { KmsKeyId: alias/a }\n#     ^^^^^^^^^^^^^^^^ AUR020\n`,
    ),
  ],
  ['a secret without a key', template('      MasterUserSecret: {}\n')],
  [
    'a key that may be empty',
    template('      MasterUserSecret: { KmsKeyId: !Ref Key }\n', {
      sections: 'Parameters: { Key: { Type: String, Default: "" } }\n',
    }),
  ],
  [
    'a key of the template',
    template('      MasterUserSecret: { KmsKeyId: !Ref Key }\n#     ^^^^^^^^^^^^^^^^ AUR020\n', {
      resources: '  Key: { Type: AWS::KMS::Key }\n',
    }),
  ],
]);

test('AUR019: a cluster that becomes the primary of a global database gets no managed password', () => {
  const global =
    '  Global:\n    Type: AWS::RDS::GlobalCluster\n    Properties: { SourceDBClusterIdentifier: !Ref Cluster }\n';
  const fixes = (resources: string) =>
    findingsOn(bare(name, { resources }))
      .find(({ rule }) => rule === 'AUR019')
      ?.fixes.map(({ title }) => title);
  expect(fixes('')).toEqual(['Set ManageMasterUserPassword to true']);
  expect(fixes(global)).toEqual([]);
  expect(fixes(global.replace('!Ref Cluster', 'other'))).toEqual(['Set ManageMasterUserPassword to true']);
});

test('AUR020: beside a password of its own the key of the secret can only go', () => {
  const text = template('      MasterUserSecret: { KmsKeyId: alias/a }\n');
  expect(mendTemplate(text, 'AUR020')).toBe(template(''));
  const without = bare(`${name}      ManageMasterUserPassword: false\n      MasterUserSecret: { KmsKeyId: alias/a }\n`);
  expect(mendTemplate(without, 'AUR020')).toBe(without.replace('false', 'true'));
});
