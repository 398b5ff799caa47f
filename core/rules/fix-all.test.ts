import { describe, expect, test } from 'vitest';
import { structurePages } from '../design/readers/blueprint/structure-rules.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { analyzeSql } from '../sql/analyze.ts';
import { cluster } from '../testing/blueprint-texts.ts';
import { readFixture } from '../testing/markers.ts';
import { template } from '../testing/template-texts.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { checkTemplate } from './check-template.ts';
import { suppressionPages } from './control/apply-suppressions.ts';
import { designRulePages } from './design-rule-pages.ts';
import { fixAll, onlyFixOf, safeFix } from './fix-all.ts';

const check = (text: string) => checkBlueprint(readBlueprint(text));
const fixSafely = (text: string) => fixAll(text, check, safeFix).text;

describe('safe fixes', () => {
  test.each([
    ['a key that is a letter off', 'backupRetentionPeriods: 7', 'backupRetentionPeriod: 7'],
    ['a key in another case', 'BackupRetentionPeriod: 7', 'backupRetentionPeriod: 7'],
    ["AWS's own name of a key", 'port: 5432\n  DBSubnetGroupName: a', 'port: 5432\n  dbSubnetGroupName: a'],
    ['a word that is a letter off', 'storageType: aurora-iop1', 'storageType: aurora-iopt1'],
    ['a word in another case', 'storageType: Aurora', 'storageType: aurora'],
    ['a quoted number', 'port: "5432" # ours', 'port: 5432 # ours'],
    ['another word for true', 'deletionProtection: yes', 'deletionProtection: true'],
    ['one value for a list', 'enableCloudwatchLogsExports: postgresql', 'enableCloudwatchLogsExports: [postgresql]'],
    ['a window with other signs', 'preferredBackupWindow: 3.00 - 3.30', 'preferredBackupWindow: 03:00-03:30'],
    [
      'a window with the name of the day',
      'preferredMaintenanceWindow: Sunday 5:00-5:30',
      'preferredMaintenanceWindow: sun:05:00-sun:05:30',
    ],
    [
      'a feature in another case',
      'associatedRoles: [{ featureName: S3Import, roleArn: "arn:aws:iam::123456789012:role/a" }]',
      'associatedRoles: [{ featureName: s3Import, roleArn: "arn:aws:iam::123456789012:role/a" }]',
    ],
    [
      'a log that is a letter off',
      'enableCloudwatchLogsExports: [postgresq]',
      'enableCloudwatchLogsExports: [postgresql]',
    ],
  ])('mend %s', (_, written, mended) => {
    expect(fixSafely(cluster(`  ${written}\n`))).toBe(cluster(`  ${mended}\n`));
  });

  test.each([
    ['a value outside its bounds', 'backupRetentionPeriod: 40'],
    ['a time of another zone', 'preferredBackupWindow: 3:00 - 3:30 CET'],
    ['a time of the afternoon', 'preferredMaintenanceWindow: Sunday 3:00 pm-3:30'],
    ['a word that is no slip', 'storageType: iopt'],
    ['a log that is no slip', 'enableCloudwatchLogsExports: [postgres]'],
    [
      'a feature that is no slip',
      'associatedRoles: [{ featureName: s3Imports3, roleArn: "arn:aws:iam::123456789012:role/a" }]',
    ],
    ['a number without a unit', 'volume: { size: 100 }'],
    ['a key that could be two things', 'backup: 7'],
    ['a key whose right spelling stands there too', 'ports: 5432\n  port: 5433'],
    ['a suppression that does nothing', 'port: 5432 # aurora-ignore AUR301: we asked for it'],
    ['bounds the wrong way round', 'autoScaling: { minCapacity: 4, maxCapacity: 1 }'],
  ])('leave %s to a person', (_, written) => {
    const text = cluster(`  ${written}\n`);
    expect(check(text)).not.toEqual([]);
    expect(fixSafely(text)).toBe(text);
  });

  test('go on with what the first of them brings to light', () => {
    const text = cluster('  PreferredBackupWindow: 3.00 - 3.30\n');
    expect(fixSafely(text)).toBe(cluster('  preferredBackupWindow: 03:00-03:30\n'));
  });

  test('are left out where they would show something as grave', () => {
    const text = cluster('  BackupRetentionPeriod: 40\n  Port: 5432\n');
    expect(fixSafely(text)).toBe(cluster('  BackupRetentionPeriod: 40\n  port: 5432\n'));
  });

  test('give two spellings of one key to the first', () => {
    const text = cluster('  Port: 5432\n  ports: 5433\n');
    expect(fixSafely(text)).toBe(cluster('  port: 5432\n  ports: 5433\n'));
  });

  test('leave a text that is no YAML alone', () => {
    const text = cluster('  Port: 5432\n  tags: [\n');
    expect(fixSafely(text)).toBe(text);
  });

  test('mend SQL', () => {
    const postgresql = (text: string) => analyzeSql(text, { dialect: 'postgresql' }).findings;
    const text = "SELECT aws_comprehend.detect_sentimen(body, 'EN') FROM reviews; -- kept";
    expect(fixAll(text, postgresql, safeFix).text).toBe(
      "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews; -- kept",
    );
    const named =
      'SELECT aws_bedrock.invoke_model_get_embeddings(model_ids => a, content_type => b, json_keys => c, model_input => d) FROM t;';
    expect(fixAll(named, postgresql, safeFix).text).toBe(named.replace('model_ids', 'model_id').replace('keys', 'key'));
    const other = 'SELECT aws_bedrock.invoke_model_get_embeddings(model => a, accept_type => b) FROM t;';
    expect(fixAll(other, postgresql, safeFix).text).toBe(other);
    const unlike = "SELECT aws_comprehend.sentiment(body, 'en') FROM reviews;";
    expect(postgresql(unlike)).not.toEqual([]);
    expect(fixAll(unlike, postgresql, safeFix).text).toBe(unlike);
    const regional = "SELECT aws_comprehend.detect_sentiment(body, 'zh-HK') FROM reviews;";
    expect(fixAll(regional, postgresql, safeFix).text).toBe(regional);
  });

  test('mend templates', () => {
    const group = (value: string) => `      DBClusterParameterGroupName: !Ref Group
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Description: ours, Family: aurora-mysql8.0, Parameters: { event_scheduler: ${value} } }
`;
    const findings = (text: string) => {
      const read = readTemplate(text);
      return read === undefined ? [] : checkTemplate(read);
    };
    const stack = (log: string, value: string) =>
      template(`      EnableCloudwatchLogsExports: [${log}] # kept\n${group(value)}`);
    expect(fixAll(stack('Audit', 'ON'), findings, safeFix).text).toBe(stack('audit', '"ON"'));
  });
});

test('few examples of rules are mended without anybody choosing: most fixes take a decision', () => {
  const examples = { ...structurePages, ...suppressionPages, ...designRulePages };
  const mended = Object.values(examples).flatMap(({ bad }) => fixAll(readFixture(bad).text, check, safeFix).fixed);
  expect([...new Set(mended.map(({ rule }) => rule))].sort()).toEqual([
    'AUR1102',
    'AUR303',
    'AUR501',
    'FMT005',
    'SIM014',
  ]);
});

test('a restore from S3 and an expectation are mended where the word is a slip', () => {
  const text = (sourceEngine: string, invariant: string) => `${cluster(
    `  origin:
    s3: { s3BucketName: a, s3IngestionRoleArn: "arn:aws:iam::123456789012:role/a", sourceEngine: ${sourceEngine} }
`,
    'aurora-mysql',
  )}scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect: { never: [${invariant}] }
`;
  const mended = fixSafely(text('MySQL', 'acked-commits-lost'));
  expect(mended).toBe(text('mysql', 'acked-commit-lost'));
  expect(fixSafely(text('mariadb', 'commit-lost'))).toBe(text('mariadb', 'commit-lost'));
});

test('one rule is mended everywhere, where there is one fix to choose', () => {
  const text = (tier: number) =>
    cluster('').replace('class: db.r7g.large', `class: db.r7g.large, promotionTier: ${tier}`);
  expect(fixAll(text(99), check, onlyFixOf('AUR110')).text).toBe(text(15));
  expect(fixAll(text(99), check, onlyFixOf('AUR301')).text).toBe(text(99));
});
