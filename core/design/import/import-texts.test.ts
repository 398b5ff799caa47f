import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describedByAws, runningDesign } from '../../testing/running-clusters.ts';
import { type Content, contentOf } from '../content/design-content.ts';
import { leaveOutDefaults } from '../content/leave-out-defaults.ts';
import { readBlueprint } from '../readers/blueprint.ts';
import { type ImportOptions, importTexts } from './import-texts.ts';

/** The text of the only blueprint of some texts; it reads without findings about its form. */
function imported(texts: readonly string[], options: ImportOptions = {}): string {
  const { blueprints, unrecognised } = importTexts(texts, options);
  expect(unrecognised).toEqual([]);
  expect(blueprints).toHaveLength(1);
  const [{ text } = { text: '' }] = blueprints;
  expect(readBlueprint(text).findings, text).toEqual([]);
  return text;
}

function contentOfText(text: string): Content {
  const [document] = readBlueprint(text).documents;
  return document === undefined ? {} : contentOf(document.design);
}

describe('what the AWS CLI prints of clusters gives their design', () => {
  test('each command in a text of its own, in any order', () => {
    fc.assert(
      fc.property(runningDesign, fc.nat(), (design, turn) => {
        const texts = describedByAws(design);
        const turned = [...texts.slice(turn % texts.length), ...texts.slice(0, turn % texts.length)];
        expect(contentOfText(imported(turned))).toEqual(leaveOutDefaults(design));
      }),
    );
  });

  test('all in one text, behind each other', () => {
    fc.assert(
      fc.property(runningDesign, (design) => {
        expect(contentOfText(imported([describedByAws(design).join('\n')]))).toEqual(leaveOutDefaults(design));
      }),
    );
  });
});

const orders = {
  DBClusterIdentifier: 'orders-use1',
  DBClusterArn: 'arn:aws:rds:us-east-1:123456789012:cluster:orders-use1',
  Status: 'available',
  Engine: 'aurora-postgresql',
  EngineVersion: '16.13',
  MasterUsername: 'app',
  MasterUserSecret: { SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:s', SecretStatus: 'active' },
  DBClusterParameterGroup: 'orders-parameters',
  BackupRetentionPeriod: 1,
  IOOptimizedNextAllowedModificationTime: '2026-12-01T00:00:00Z',
  TagList: [{ Key: 'aws:cloudformation:stack-name', Value: 'orders' }],
  DBClusterMembers: [
    { DBInstanceIdentifier: 'orders-b', IsClusterWriter: false, PromotionTier: 1 },
    { DBInstanceIdentifier: 'application-autoscaling-1f', IsClusterWriter: false, PromotionTier: 15 },
    { DBInstanceIdentifier: 'orders-a', IsClusterWriter: true, PromotionTier: 0 },
  ],
};
const instanceOf = (DBInstanceIdentifier: string) => ({
  DBInstanceIdentifier,
  DBClusterIdentifier: 'orders-use1',
  DBInstanceClass: 'db.r7g.large',
  Engine: 'aurora-postgresql',
  AvailabilityZone: 'us-east-1a',
});

describe('what no output has', () => {
  test('stands in comments, and defaults are left out', () => {
    const outputs = [{ DBClusters: [orders] }, { DBInstances: [instanceOf('orders-a'), instanceOf('orders-b')] }];
    expect(imported(outputs.map((output) => JSON.stringify(output, null, 2)))).toBe(`aurora: 1
name: orders-use1
engine: aurora-postgresql
engineVersion: "16.13"
masterUsername: app

primary:
  region: us-east-1
  # Without application-autoscaling-1f, which auto scaling added.
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1a }
  # autoScaling: describe-scalable-targets and describe-scaling-policies have it, if there is any.
  manageMasterUserPassword: true
  dbClusterParameterGroupName: orders-parameters
  # parameters: those of orders-parameters are not in the output.
`);
  });

  test('is a placeholder where a blueprint needs something', () => {
    const text = imported([JSON.stringify({ DBClusters: [orders] })]);
    expect(text).toContain(`  # Classes and Availability Zones of the instances: describe-db-instances has them.
  # Without application-autoscaling-1f, which auto scaling added.
  instances:
    # class: not known here; db.r7g.large is a placeholder.
    - { id: orders-a, class: db.r7g.large, promotionTier: 0 }
`);
  });

  test('is a password, unless Aurora keeps it', () => {
    const { MasterUserSecret: _, ...cluster } = orders;
    const text = imported([JSON.stringify({ DBClusters: [cluster] })]);
    expect(text).toContain(
      'masterUsername: app\n# masterUserPassword: never in an output. Refer to a secret.\n\nprimary:\n',
    );
  });

  test('is said of the custom endpoints, and of instances of which others were printed', () => {
    const cluster = { ...orders, CustomEndpoints: ['a.cluster-custom-x', 'b.cluster-custom-x'] };
    const text = imported([JSON.stringify({ DBClusters: [cluster], DBInstances: [instanceOf('orders-a')] })]);
    expect(text).toContain('# endpoints: describe-db-cluster-endpoints has 2 custom endpoints.');
    expect(text).toContain('# Classes and Availability Zones of the instances: describe-db-instances has them.');
  });

  test('is known in part from instances alone', () => {
    const text = imported([JSON.stringify({ DBInstances: [instanceOf('orders-a')] })]);
    expect(text).toContain('# Only what other outputs say of it: describe-db-clusters has the rest.');
    expect(contentOfText(text)).toMatchObject({ name: 'orders-use1', primary: { region: 'us-east-1' } });
  });

  test('is known in part of a member in another Region', () => {
    const member = { DBClusterArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:orders-euw1', IsWriter: false };
    const writer = { DBClusterArn: orders.DBClusterArn, IsWriter: true };
    const global = { GlobalClusterIdentifier: 'orders', GlobalClusterMembers: [member, writer] };
    const text = imported([JSON.stringify({ GlobalClusters: [global] }), JSON.stringify({ DBClusters: [orders] })]);
    expect(text).toContain('# Only what other outputs say of it: describe-db-clusters in eu-west-1 has the rest.');
    expect(contentOfText(text)).toMatchObject({
      name: 'orders',
      secondaries: [{ clusterIdentifier: 'orders-euw1', region: 'eu-west-1' }],
    });
  });
});

describe('several clusters', () => {
  const billing = {
    ...orders,
    DBClusterIdentifier: 'billing',
    DBClusterArn: 'arn:aws:rds:us-east-1:1:cluster:billing',
  };

  test('that have nothing to do with each other make a blueprint each', () => {
    const { blueprints } = importTexts([JSON.stringify({ DBClusters: [orders, billing] })]);
    expect(blueprints.map(({ name, clusters }) => [name, clusters])).toEqual([
      ['orders-use1', ['orders-use1']],
      ['billing', ['billing']],
    ]);
  });

  test('that are not Aurora are left alone', () => {
    const output = {
      DBClusters: [
        { ...orders, Engine: 'docdb' },
        { ...billing, Engine: 'mysql' },
      ],
    };
    expect(importTexts([JSON.stringify(output)])).toEqual({ blueprints: [], unrecognised: [] });
  });

  test('of which one follows a primary that is not there make it a design of its own', () => {
    const replica = { ...billing, ReplicationSourceIdentifier: orders.DBClusterArn };
    const text = imported([JSON.stringify({ DBClusters: [replica] })]);
    expect(text).toContain(`# A secondary of ${orders.DBClusterArn}, whose primary is not among the files.\nprimary:`);
  });
});

describe('whatever the texts, a blueprint that comes of them reads without findings about its form', () => {
  const expectSound = (texts: readonly string[]) => {
    for (const { text } of importTexts(texts).blueprints) expect(readBlueprint(text).findings, text).toEqual([]);
  };

  test('outputs in which values are something else', () => {
    const outputs = runningDesign.map((design) => describedByAws(design).join('\n'));
    const changes = fc.array(fc.tuple(fc.nat(), fc.json({ maxDepth: 2 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(outputs, changes, (output, replacements) => {
        const changed = replacements.reduce((text, [at, json]) => {
          const values = [...text.matchAll(/(?<=":)("[^"]*"|\d+|true|false)/g)];
          const { 0: value, index } = values[at % values.length] ?? { 0: '', index: 0 };
          return text.slice(0, index) + json + text.slice(index + value.length);
        }, output);
        expectSound([changed]);
      }),
    );
  });

  test('texts that end in the middle, and any text', () => {
    const outputs = runningDesign.map((design) => describedByAws(design).join('\n'));
    fc.assert(
      fc.property(outputs, fc.nat(), (text, length) => {
        expectSound([text.slice(0, length % text.length)]);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), { maxLength: 3 }), (texts) => {
        expectSound(texts);
      }),
    );
  });
});

test.each([
  ['nothing', ''],
  ['prose', 'Dear reader,'],
  ['another output', '{ "Vpcs": [] }'],
  ['a template without a cluster', 'Resources: { Bucket: { Type: "AWS::S3::Bucket" } }'],
  ['broken JSON', '{ "DBClusters": [{ "Engine": "aurora'],
])('%s is not recognised', (_, text) => {
  expect(importTexts([text])).toEqual({ blueprints: [], unrecognised: [0] });
});

describe('a template', () => {
  const template = `Parameters:
  Environment: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Class: { Type: String }
  Retention: { Type: Number, Default: 7 }
Conditions:
  IsProduction: !Equals [!Ref Environment, prod]
Resources:
  Key: { Type: AWS::KMS::Key, Properties: {} }
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      BackupRetentionPeriod: !Ref Retention
      KmsKeyId: !GetAtt
        - Key
        - Arn
      MasterUsername: app
      MasterUserPassword: hunter22
      DeletionProtection: !If [IsProduction, true, false]
  WriterInstance:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBClusterIdentifier: !Ref OrdersCluster
      DBInstanceClass: !Ref Class
  ReaderInstance:
    Type: AWS::RDS::DBInstance
    Condition: IsProduction
    Properties:
      Engine: aurora-postgresql
      DBClusterIdentifier: !Ref OrdersCluster
      DBInstanceClass: db.r7g.large
`;

  test('is taken as its Defaults make it; what they leave open stands in comments', () => {
    expect(imported([template], { region: 'eu-west-1' })).toBe(`aurora: 1
name: orders-cluster
engine: aurora-postgresql
masterUsername: app
# masterUserPassword: in plain text in the template. Refer to a secret instead.

primary:
  region: eu-west-1
  instances:
    # class: !Ref Class, not known here; db.r7g.large is a placeholder.
    - { id: writer-instance, class: db.r7g.large }
  backupRetentionPeriod: 7
  # kmsKeyId: !GetAtt - Key - Arn, not known here.
`);
  });

  test('is taken as given parameters make it', () => {
    const parameters = new Map([
      ['Environment', 'prod'],
      ['Class', 'db.r8g.large'],
    ]);
    const { primary } = contentOfText(imported([template], { parameters }));
    expect(primary).toMatchObject({
      instances: [
        { id: 'writer-instance', class: 'db.r8g.large' },
        { id: 'reader-instance', class: 'db.r7g.large' },
      ],
      deletionProtection: true,
    });
  });

  test('never passes on a part of a password', () => {
    const text = imported([template.replace('hunter22', '!If [IsOpen, hunter22, hunter33]')]);
    expect(text).toContain('# masterUserPassword: not known here. Refer to a secret.');
    expect(text).not.toContain('hunter');
  });

  test('keeps a reference to a secret', () => {
    const reference = '"{{resolve:secretsmanager:orders/admin:SecretString:password}}"';
    expect(imported([template.replace('hunter22', reference)])).toContain(`masterUserPassword: ${reference}\n`);
  });

  test('whose conditions cannot be told leaves open what rests on them', () => {
    const open = template.replace(', Default: dev', '').replace(', AllowedValues: [dev, prod]', '');
    const text = imported([open]);
    expect(text).toContain('# deletionProtection: !If [IsProduction, true, false], not known here.');
    expect(text).toContain('# instances: not known here; it depends on IsProduction. --parameters decides.');
    expect(text).toContain('# region: not known here; us-east-1 is a placeholder. --region decides.');
  });
});
