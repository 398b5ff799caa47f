import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { cluster } from '../../testing/blueprint-texts.ts';
import { readFixture } from '../../testing/markers.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { applyEdits } from '../../text/range.ts';
import { checkBlueprint } from '../check-blueprint.ts';

const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const learning = (properties: string, service = 'Comprehend') =>
  `machineLearning:\n  - { service: ${service}, roleArn: "${arn('ml')}"${properties} }\n`;
const mysql = (lines: string) => cluster(lines, 'aurora-mysql');
const secondary = (lines = '') =>
  `secondaries:\n  - region: eu-west-1\n    clusterIdentifier: eu\n${lines}    instances: [{ id: eu-a, class: db.r7g.large }, { id: eu-b, class: db.r7g.large }]\n`;
/** A cluster whose engine version is older than Bedrock. */
const old = (lines: string) =>
  cluster(`  engineLifecycleSupport: open-source-rds-extended-support\n  autoMinorVersionUpgrade: false\n${lines}`)
    .replace('primary:', 'engineVersion: "14.6"\nprimary:')
    .replaceAll('r7g', 'r6g');
const atService = '#              ^^^^^^^^^^';

describeRuleCases({
  AUR1102: [
    [
      'Aurora MySQL has none',
      mysql(
        `  associatedRoles:\n    - { featureName: s3Import, roleArn: "${arn('a')}" }\n#                    ^^^^^^^^ AUR1102 takes no feature name\n`,
      ),
    ],
    [
      'nothing near',
      cluster(
        `  associatedRoles:\n    - { featureName: Kinesis, roleArn: "${arn('a')}" }\n#                    ^^^^^^^ AUR1102 knows Comprehend\n`,
      ),
    ],
  ],
  AUR1103: [
    [
      'roles without a feature name',
      mysql(`  associatedRoles: [{ roleArn: "${arn('a')}" }, { roleArn: "${arn('b')}" }]\n`),
    ],
    [
      'a role of the cluster itself',
      cluster(
        `  associatedRoles:\n    - { featureName: Comprehend, roleArn: "${arn('a')}" }\n#                    ^^^^^^^^^^ AUR1103\n${learning('')}`,
      ),
    ],
    [
      'two Regions have a role each',
      cluster(
        `${secondary()}${learning('')}  - { service: Comprehend, roleArn: "${arn('eu')}", regions: [eu-west-1] }\n`,
      ),
    ],
    [
      'said once, however many clusters it concerns',
      cluster(
        `${secondary()}${learning(', regions: [us-east-1, eu-west-1]')}  - { service: Comprehend, roleArn: "${arn('eu')}", regions: [us-east-1, eu-west-1] }\n${atService} AUR1103\n`,
      ),
    ],
  ],
  AUR1104: [
    [
      'one parameter of several',
      mysql(`  parameters: { binlog_format: ROW, aws_default_comprehend_role: "${arn('ml')}" }\n${learning('')}`),
    ],
    [
      'a role whose Regions cannot be read',
      mysql(
        `machineLearning:\n  - { service: Comprehend, roleArn: "${arn('ml')}", regions: here }\n#                                                                                 ^^^^ FMT005\n`,
      ),
    ],
    [
      'a group of its own may set it elsewhere',
      mysql(`  dbClusterParameterGroupName: orders-parameters\n${learning('')}`),
    ],
    [
      'a default group cannot',
      mysql(`  dbClusterParameterGroupName: default.aurora-mysql8.0\n${learning('')}${atService} AUR1104\n`),
    ],
    [
      'parameters without it',
      mysql(
        `  dbClusterParameterGroupName: orders-parameters\n  parameters: { binlog_format: ROW }\n${learning('')}${atService} AUR1104\n`,
      ),
    ],
    ['Aurora PostgreSQL needs no parameter', cluster(learning(''))],
    ['parameters that cannot be read', mysql(`  parameters: many\n#             ^^^^ FMT005\n${learning('')}`)],
  ],
  AUR1106: [
    [
      'roles that cannot be read may be the one',
      mysql(
        `  parameters: { aws_default_comprehend_role: "${arn('a')}" }\nmachineLearning: many\n#                ^^^^ FMT005\n`,
      ),
    ],
    [
      'the cluster has a role for another service',
      mysql(
        `  parameters: { aws_default_comprehend_role: "${arn('a')}", aws_default_sagemaker_role: "${arn('ml')}" }\n#                                            ${'^'.repeat(arn('a').length + 2)} AUR1106\n${learning('', 'SageMaker')}`,
      ),
    ],
    [
      'a secondary whose Region cannot be read',
      mysql(
        `secondaries:\n  - region: []\n#           ^^ FMT005\n    clusterIdentifier: eu\n    parameters: { aws_default_comprehend_role: "${arn('a')}" }\n#                                              ${'^'.repeat(arn('a').length + 2)} AUR1106\n    instances: [{ id: eu-a, class: db.r7g.large }, { id: eu-b, class: db.r7g.large }]\n`,
      ),
    ],
    [
      'a role of the cluster itself',
      mysql(
        `  parameters: { aws_default_comprehend_role: "${arn('a')}" }\n  associatedRoles: [{ roleArn: "${arn('a')}" }]\n`,
      ),
    ],
    [
      'the role serves another Region',
      mysql(
        `  parameters: { aws_default_comprehend_role: "${arn('ml')}" }\n#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1106\n${learning(', regions: [eu-west-1]')}`,
      ),
    ],
    [
      'a reference that is resolved elsewhere',
      mysql('  parameters: { aws_default_comprehend_role: "{{resolve:ssm:role}}" }\n'),
    ],
    [
      'a role that is resolved elsewhere',
      mysql(
        `  parameters: { aws_default_comprehend_role: "${arn('a')}" }\n  associatedRoles: [{ roleArn: "{{resolve:ssm:role}}" }]\n`,
      ),
    ],
    ['another parameter', mysql(`  parameters: { aws_default_lambda_role: "${arn('a')}" }\n`)],
    [
      'Aurora PostgreSQL has no such parameter',
      cluster(`  parameters: { aws_default_comprehend_role: "${arn('a')}" }\n`),
    ],
  ],
  AUR1109: [
    [
      'a Region that cannot be read may be the same',
      cluster(
        learning(', endpoints: [{ name: "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud" }]', 'SageMaker'),
      ).replace('region: us-east-1', 'region: []\n#         ^^ FMT005'),
    ],
    [
      'the Region of the cluster',
      cluster(
        `${learning(', endpoints: [{ name: "arn:aws:sagemaker:us-east-1:123456789012:endpoint/fraud" }]', 'SageMaker')}`,
      ),
    ],
    [
      'a Region in which the role serves',
      cluster(
        `${secondary()}${learning(', regions: [us-east-1, eu-west-1], endpoints: [{ name: "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud" }]', 'SageMaker')}`,
      ),
    ],
  ],
  AUR1110: [
    ['another service', old(learning(''))],
    [
      'a role of the cluster itself, said once',
      old(
        `  associatedRoles:\n    - { featureName: Bedrock, roleArn: "${arn('a')}" }\n#                    ^^^^^^^ AUR1110\n`,
      ),
    ],
    ['a version without a minor may be any', cluster(learning('', 'Bedrock'))],
    [
      'one role for two clusters',
      old(
        `${secondary('    autoMinorVersionUpgrade: false\n    engineLifecycleSupport: open-source-rds-extended-support\n').replaceAll('r7g', 'r6g')}${learning(', regions: [us-east-1, eu-west-1]', 'Bedrock')}#              ^^^^^^^ AUR1110\n`,
      ),
    ],
  ],
  AUR1111: [
    [
      'a service that cannot be read',
      cluster(learning('', 'Translate\n#              ^^^^^^^^^ FMT006\n   ')).replace('us-east-1', 'mx-central-1'),
    ],
    [
      'an engine that cannot be read',
      cluster(learning('', 'SageMaker'), 'aurora\n#       ^^^^^^ FMT006').replace('us-east-1', 'af-south-1'),
    ],
    [
      'Aurora machine learning is not listed',
      cluster(`${learning('', 'SageMaker')}#              ^^^^^^^^^ AUR1111 aurora-postgresql\n`).replace(
        'us-east-1',
        'af-south-1',
      ),
    ],
    ['it is listed for the other engine', cluster(learning('', 'SageMaker')).replace('us-east-1', 'ap-east-2')],
    [
      'a Region of the role',
      cluster(
        `${learning(', regions: [us-east-1, eu-north-1]')}#                                                                                             ^^^^^^^^^^ AUR1111 Comprehend\n`,
      ),
    ],
    [
      'Bedrock',
      cluster(`${learning('', 'Bedrock')}#              ^^^^^^^ AUR1111 Bedrock\n`).replace('us-east-1', 'ap-east-1'),
    ],
    [
      'a Region that the catalogue does not have',
      cluster(learning('')).replace('us-east-1', 'us-east-9\n#         ^^^^^^^^^ AUR127'),
    ],
  ],
  AUR1112: [
    [
      'a service that cannot be read',
      cluster(secondary() + learning('', 'Translate\n#              ^^^^^^^^^ FMT006\n   ')),
    ],
    [
      'a binlog replica is no member',
      mysql(`  dbClusterParameterGroupName: own\n${secondary('    replication: binlog\n')}${learning('')}`),
    ],
    [
      'the secondary has a role of its own',
      cluster(
        `${secondary(`    associatedRoles: [{ featureName: Comprehend, roleArn: "${arn('eu')}" }]\n`)}${learning('')}`,
      ),
    ],
    [
      'the secondary has a role for something else',
      cluster(
        `${secondary(`    associatedRoles: [{ featureName: Lambda, roleArn: "${arn('eu')}" }]\n`)}${learning('')}${atService} AUR1112\n`,
      ),
    ],
    [
      'a role without a feature name may serve',
      mysql(
        `  dbClusterParameterGroupName: own\n${secondary(`    dbClusterParameterGroupName: eu\n    associatedRoles: [{ roleArn: "${arn('eu')}" }]\n`)}${learning('')}`,
      ),
    ],
    [
      'Regions are stated',
      cluster(
        `${secondary()}${learning(', regions: [us-east-1]')}#                                                                                 ^^^^^^^^^^^ AUR1112\n`,
      ),
    ],
  ],
});

describe('fixes', () => {
  /** The text after the first fix of a rule. */
  const mend = (id: string, marked: string) => {
    const { text } = readFixture(marked);
    const finding = checkBlueprint(readBlueprint(text)).find(({ rule }) => rule === id);
    return applyEdits(text, finding?.fixes[0]?.edits ?? []);
  };
  const reported = (text: string) => checkBlueprint(readBlueprint(text)).map(({ rule }) => rule);

  test('AUR1104: a default parameter group gives way to one that can be edited', () => {
    const mended = mend('AUR1104', mysql(`  dbClusterParameterGroupName: default.aurora-mysql8.0\n${learning('')}`));
    expect(mended).toContain('dbClusterParameterGroupName: orders-parameters\n');
    expect(mended).toContain(`aws_default_comprehend_role: ${arn('ml')}`);
    expect(reported(mended)).toEqual([]);
  });

  test('AUR1106: a parameter names the role that the cluster has', () => {
    const text = (role: string) =>
      mysql(`  parameters: { aws_default_comprehend_role: "${arn(role)}" }\n${learning('')}`);
    expect(mend('AUR1106', text('other'))).toBe(text('ml'));
  });

  test('AUR1104, AUR1112: a role for Aurora MySQL comes with its parameter in every Region', () => {
    const mended = mend(
      'AUR1112',
      mysql(`  parameters: { aws_default_comprehend_role: "${arn('ml')}" }\n${secondary()}${learning('')}`),
    );
    expect(mended).toContain('regions: [ us-east-1, eu-west-1 ]');
    expect(reported(mended)).not.toContain('AUR1104');
    expect(reported(mended)).not.toContain('AUR1112');
  });

  test('AUR1106: a parameter of a secondary brings its role to that Region', () => {
    const parameters = `    parameters: { aws_default_comprehend_role: "${arn('eu')}" }\n`;
    const mended = mend('AUR1106', mysql(secondary(parameters)));
    expect(mended).toContain(`roleArn: ${arn('eu')}, regions: [ eu-west-1 ]`);
    expect(reported(mended)).not.toContain('AUR1106');
  });

  test('AUR1112: Aurora PostgreSQL gets the role in every Region, and no parameter', () => {
    const text = (regions: string) => cluster(`${secondary()}${learning(regions)}`);
    expect(mend('AUR1112', text(''))).toBe(text(', regions: [ us-east-1, eu-west-1 ]'));
  });

  test('AUR1112: no role is sent to a Region without the service', () => {
    const text = cluster(`${secondary().replace('eu-west-1', 'eu-north-1')}${learning('')}`);
    const [finding] = checkBlueprint(readBlueprint(text));
    expect(finding?.rule).toBe('AUR1112');
    expect(finding?.fixes).toEqual([]);
  });
});
