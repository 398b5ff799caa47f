import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'aurora-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blueprint = (retention: number) => `aurora: 1
name: shop
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: shop-a, class: db.r7g.large }]
  backupRetentionPeriod: ${retention}
machineLearning: []
`;

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('check', () => {
  test('passes on the examples, blueprints and SQL alike', () => {
    const { status, stdout } = runCli(['check', 'examples', '--as-of', '2026-11-23']);
    expect(stdout).toBe('4 files, nothing found\n');
    expect(status).toBe(0);
  });

  test('shows the line, marks the place and fails on an error', () => {
    const file = write('bad.aurora.yaml', blueprint(40));
    const { status, stdout } = runCli(['check', file]);
    expect(stdout).toContain(`${file}:7:26 error AUR301`);
    expect(stdout).toContain('  7 |   backupRetentionPeriod: 40\n    |                          ^^');
    expect(status).toBe(1);
  });

  test('has colours where they are asked for, and none in a pipe', () => {
    const file = write('bad.aurora.yaml', blueprint(40));
    expect(runCli(['check', file], undefined, { env: { FORCE_COLOR: '1' } }).stdout).toContain(
      '\u001b[31merror AUR301',
    );
    expect(runCli(['check', file]).stdout).not.toContain('\u001b');
  });

  test('says of each fix whether --fix writes it', () => {
    const file = write('bad.aurora.yaml', blueprint(7).replace('backup', 'Backup'));
    const { files } = JSON.parse(runCli(['check', file, '--format', 'json']).stdout);
    expect(files[0].findings).toMatchObject([{ rule: 'FMT002', fixes: [{ safe: true }] }]);
  });

  test('prints zero-based places, fixes and every examined file as JSON', () => {
    const good = write('good.aurora.yaml', blueprint(7));
    const bad = write('bad.aurora.yaml', blueprint(40));
    const { stdout } = runCli(['check', good, bad, '--format', 'json', '--as-of', '2026-11-23']);
    const { files, asOf } = JSON.parse(stdout);
    expect(asOf).toBe('2026-11-23');
    expect(files.map(({ file, kind }: { file: string; kind: string }) => [file, kind])).toEqual([
      [good, 'blueprint'],
      [bad, 'blueprint'],
    ]);
    expect(files[1].findings[0]).toMatchObject({
      rule: 'AUR301',
      severity: 'error',
      path: 'primary.backupRetentionPeriod',
      range: { start: { line: 6, character: 25 }, end: { line: 6, character: 27 } },
      fixes: [{ title: 'Set backupRetentionPeriod to 35', safe: false, edits: [{ newText: '35' }] }],
    });
  });

  test('checks CloudFormation templates, and passes over other YAML in a folder', () => {
    const own = mkdtempSync(join(folder, 'templates-'));
    writeFileSync(join(own, 'stack.yaml'), template('      BackupRetentionPeriod: 40\n'));
    writeFileSync(join(own, 'workflow.yml'), 'on: push\n');
    const { status, stdout } = runCli(['check', own, '--format', 'json']);
    const { files } = JSON.parse(stdout);
    expect(files.map(({ kind }: { kind: string }) => kind)).toEqual(['cloudformation']);
    expect(files[0].findings[0]).toMatchObject({
      rule: 'AUR301',
      path: 'Resources.Cluster.Properties.BackupRetentionPeriod',
    });
    expect(status).toBe(1);
  });

  test.each([
    ['by name', { Days: 40 }],
    ['as the AWS CLI takes them', [{ ParameterKey: 'Days', ParameterValue: '40' }]],
  ])('resolves a template with the values of a file, %s', (_, values) => {
    const sections = 'Parameters:\n  Days: { Type: Number, Default: 7 }\n';
    const file = write('parameters.yaml', template('      BackupRetentionPeriod: !Ref Days\n', { sections }));
    expect(runCli(['check', file]).status).toBe(0);
    const parameters = write('values.json', JSON.stringify(values));
    const { status, stdout } = runCli(['check', file, '--parameters', parameters]);
    expect(stdout).toContain('AUR301');
    expect(status).toBe(1);
  });

  test('says what is wrong with a file of values', () => {
    const file = write('broken.json', '{');
    const { status, stderr } = runCli(['check', file, '--parameters', file]);
    expect(stderr).toContain('It is no JSON');
    expect(status).toBe(2);
  });

  test.each([
    ['2026-11-23', 0],
    ['2028-11-01', 1],
  ])('judges by the day it is told: %s', (day, status) => {
    const file = write('bad.aurora.yaml', blueprint(7).replace('primary:', 'engineVersion: "16.13"\nprimary:'));
    expect(runCli(['check', file, '--as-of', day, '--max-severity', 'info']).status).toBe(status);
  });

  test.each(['tomorrow', '2026-02-31'])('does not take %s for a day', (day) => {
    const { status, stderr } = runCli(['check', 'examples', '--as-of', day]);
    expect(stderr).toContain('YYYY-MM-DD');
    expect(status).toBe(2);
  });

  test('checks SQL against the design beside it', () => {
    write('good.aurora.yaml', blueprint(7));
    rmSync(join(folder, 'bad.aurora.yaml'), { force: true });
    const file = write('reviews.sql', "SELECT aws_comprehend.detect_sentiment('fine', 'en');\n");
    const { status, stdout } = runCli(['check', file], folder);
    expect(stdout).toContain('AUR1101');
    expect(status).toBe(1);
  });

  test('checks SQL against the template above it, and says where several are equally near', () => {
    const stack = 'Resources: { Db: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-postgresql } } }\n';
    const project = makeFolder({
      'a.yaml': stack,
      'db/reviews.sql': "SELECT aws_comprehend.detect_sentiment('fine', 'en');\n",
    });
    const rules = () => {
      const { files } = JSON.parse(runCli(['check', 'db', '--format', 'json'], project.path).stdout);
      return files.flatMap((file: { findings: { rule: string }[] }) => file.findings.map(({ rule }) => rule));
    };
    expect(rules()).toContain('AUR1114');
    project.write('b.template', stack);
    expect(rules()).toContain('AUR1115');
    expect(rules()).not.toContain('AUR1114');
  });

  test('knows the functions of SQL files that belong together', () => {
    const create = (parameters: string) =>
      `CREATE FUNCTION score(${parameters}) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud';\n`;
    const project = makeFolder({
      'fraud.aurora.yaml': `aurora: 1\nname: fraud\nengine: aurora-mysql\nprimary: { region: us-east-1 }\n`,
      'schema/functions.mysql.sql': create('amount DOUBLE, country VARCHAR(2)'),
      'reports/report.mysql.sql': 'SELECT score(amount) FROM payments;\n',
    });
    const rules = () => runCli(['check', 'reports'], project.path).stdout;
    expect(rules()).toContain('MYM001');
    project.write('schema/functions.mysql.sql', create('amount DOUBLE'));
    expect(rules()).not.toContain('MYM001');
  });

  test('says which role of a design no SQL uses, and nothing where the design governs none', () => {
    const project = makeFolder({
      'reviews.aurora.yaml': `aurora: 1
name: reviews
engine: aurora-postgresql
primary: { region: us-east-1 }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/a" }]
`,
    });
    const said = () => runCli(['check', 'reviews.aurora.yaml'], project.path).stdout;
    expect(said()).not.toContain('AUR1120');
    project.write('sql/embeddings.sql', "SELECT aws_bedrock.invoke_model('m', 'a/b', 'a/b', body) FROM reviews;\n");
    expect(said()).toContain('AUR1120');
    project.write('sql/reviews.sql', "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;\n");
    expect(said()).not.toContain('AUR1120');
  });

  test('lets a person say what still passes', () => {
    const file = write('empty.aurora.yaml', blueprint(7).replace(/ {2}instances.*\n/, ''));
    expect(runCli(['check', file]).status).toBe(0);
    expect(runCli(['check', file, '--max-severity', 'info']).status).toBe(1);
  });

  test('gives a rule another severity, or switches it off', () => {
    const file = write('ruled.aurora.yaml', blueprint(40));
    expect(runCli(['check', file, '--rule', 'AUR301=warning']).status).toBe(0);
    expect(runCli(['check', file, '--rule', 'aur301=off']).stdout).toBe('1 file, nothing found\n');
    expect(runCli(['check', file, '--rule', 'AUR301=never'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('AUR103=off'),
    });
  });

  test('says what is wrong with the call, and ends with status 2', () => {
    const missing = runCli(['check', 'nowhere.aurora.yaml']);
    expect(missing.stderr).toContain('nowhere.aurora.yaml: there is no such file or folder');
    expect(missing.status).toBe(2);
    expect(runCli(['check', '--format', 'xml', 'examples']).status).toBe(2);
    expect(runCli(['chekc', 'examples']).status).toBe(2);
  });
});
