import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describedByAws } from '@aurora-blueprint/core/testing/running-clusters.ts';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const orders = 'examples/orders.aurora.yaml';
const folder = mkdtempSync(join(tmpdir(), 'aurora-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const blueprint = (lines = '') => `aurora: 1
name: shop
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: shop-a, class: db.r7g.large }]
${lines}`;

describe('export', () => {
  const templates = join(folder, 'templates');
  let exported: ReturnType<typeof runCli>;
  beforeAll(() => {
    exported = runCli(['export', orders, '--to', 'cloudformation', '--out', templates]);
  });

  test('writes a template for each Region and says what only their Metadata has', () => {
    expect(exported.status).toBe(0);
    expect(readdirSync(templates).sort()).toEqual(['orders-eu-west-1.yaml', 'orders-us-east-1.yaml']);
    expect(
      exported.stdout
        .trim()
        .split('\n')
        .map((line) => line.slice(templates.length + 1)),
    ).toEqual(['orders-us-east-1.yaml', 'orders-eu-west-1.yaml']);
    expect(exported.stderr).toContain(
      'orders-us-east-1.yaml: what no resource says of primary.volume, machineLearning,',
    );
    expect(exported.stderr).toContain('orders-us-east-1.yaml: the stack needs values for SubnetIds.');
  });

  test('gives templates in which check finds nothing', () => {
    const { status, stdout } = runCli(['check', templates, '--as-of', '2026-11-23']);
    expect(stdout).toBe('2 files, nothing found\n');
    expect(status).toBe(0);
  });

  test('gives templates that import makes the same design of', () => {
    const files = ['orders-eu-west-1.yaml', 'orders-us-east-1.yaml'].map((name) => join(templates, name));
    const { status, stdout } = runCli(['import', ...files]);
    expect(status).toBe(0);
    expect(runCli(['import', templates]).stdout).toBe(stdout);
    const back = write('orders.aurora.yaml', stdout);
    const pictures = [orders, back].map((file) => runCli(['topology', file, '--format', 'mermaid']).stdout);
    expect(pictures[1]).toBe(pictures[0]);
    const again = runCli(['export', back, '--to', 'cloudformation']).stdout;
    expect(again).toBe(runCli(['export', orders, '--to', 'cloudformation']).stdout.replace(/ +Scale.*300\n/g, ''));
  });

  test('prints one template as it is, and several apart, each with its file name', () => {
    const { stdout } = runCli(['export', write('shop.aurora.yaml', blueprint()), '--to', 'cloudformation']);
    expect(stdout).toMatch(/^AWSTemplateFormatVersion: "2010-09-09"\n/);
    const printed = runCli(['export', orders, '--to', 'cloudformation']).stdout;
    expect(printed.match(/^---\n# .*$/gm)).toEqual(['---\n# orders-us-east-1.yaml', '---\n# orders-eu-west-1.yaml']);
  });

  test('leaves out a password in plain text and says so', () => {
    const file = write('secret.aurora.yaml', blueprint('masterUserPassword: hunter22\n'));
    const { status, stdout, stderr } = runCli(['export', file, '--to', 'cloudformation']);
    expect(stdout).not.toContain('hunter22');
    expect(stderr).toContain('masterUserPassword is left out');
    expect(status).toBe(0);
  });

  test('writes a design with errors too, and says that there are some', () => {
    const file = write('long.aurora.yaml', blueprint('  backupRetentionPeriod: 40\n'));
    const { status, stdout, stderr } = runCli(['export', file, '--to', 'cloudformation']);
    expect(stderr).toContain(`${file} has 1 error. "aurora-blueprint check ${file}" lists them.`);
    expect(stdout).toContain('BackupRetentionPeriod: 40');
    expect(status).toBe(0);
  });

  test.each([
    ['no format', [orders], "required option '--to <format>'"],
    ['a format there is not', [orders, '--to', 'terraform'], 'Allowed choices are cloudformation'],
    ['a file that is not there', ['none.aurora.yaml', '--to', 'cloudformation'], 'cannot be read'],
  ])('refuses %s', (_, args, message) => {
    const { status, stderr } = runCli(['export', ...args]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test('says of a template that it is one already, and of a blueprint without a design what to do', () => {
    const already = runCli(['export', write('stack.yaml', template('')), '--to', 'cloudformation']);
    expect(already.stderr).toContain('is a CloudFormation template already. "aurora-blueprint import');
    expect(already.status).toBe(2);
    const empty = runCli(['export', write('half.aurora.yaml', 'aurora: 1\nname: x\n'), '--to', 'cloudformation']);
    expect(empty.stderr).toContain('has nothing to export');
    expect(empty.status).toBe(2);
  });
});

describe('import', () => {
  test('says where there is nothing to import', () => {
    const empty = mkdtempSync(join(tmpdir(), 'aurora-import-'));
    const { status, stderr } = runCli(['import', empty]);
    rmSync(empty, { recursive: true });
    expect(stderr).toBe(`aurora-blueprint: No template with Aurora stands in ${empty}.\n`);
    expect(status).toBe(2);
  });

  const design = {
    name: 'shop',
    engine: 'aurora-postgresql',
    engineVersion: '16.13',
    primary: { clusterIdentifier: 'shop', region: 'us-east-1', instances: [{ id: 'shop-a', class: 'db.r7g.large' }] },
  };
  const other = { ...design, primary: { ...design.primary, clusterIdentifier: 'billing', instances: [] } };

  test('makes a blueprint of what the AWS CLI prints, in one file or several', () => {
    const texts = describedByAws(design);
    const apart = runCli(['import', ...texts.map((text, index) => write(`${index}.json`, text))]);
    const together = runCli(['import', write('all.json', texts.join('\n'))]);
    expect(apart.stdout).toContain('    - { id: shop-a, class: db.r7g.large }\n');
    expect(together.stdout).toBe(apart.stdout);
    expect(runCli(['import', '-'], undefined, { input: texts.join('\n') }).stdout).toBe(apart.stdout);
    expect(apart.status).toBe(0);
    expect(runCli(['check', write('shop2.aurora.yaml', apart.stdout), '--rule', 'AUR103=off']).stdout).not.toContain(
      'FMT',
    );
  });

  test('asks to choose among several designs, or writes them all', () => {
    const file = write('two.json', [...describedByAws(design), ...describedByAws(other)].join('\n'));
    const undecided = runCli(['import', file]);
    expect(undecided.stderr).toContain('There are 2 designs: shop, billing. Choose one with --cluster');
    expect(undecided.status).toBe(2);
    expect(runCli(['import', file, '--cluster', 'billing']).stdout).toContain('name: billing\n');
    expect(runCli(['import', file, '--cluster', 'biling']).stderr).toContain('Did you mean billing?');
    const out = join(folder, 'blueprints');
    expect(runCli(['import', file, '--out', out]).status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['billing.aurora.yaml', 'shop.aurora.yaml']);
  });

  test('writes over no blueprint that is there', () => {
    const out = join(folder, 'kept');
    const file = write('one.json', describedByAws(design).join('\n'));
    expect(runCli(['import', file, '--out', out]).status).toBe(0);
    const kept = join(out, 'shop.aurora.yaml');
    writeFileSync(kept, '# mine\n');
    const { status, stderr } = runCli(['import', file, '--out', out]);
    expect(stderr).toContain('Files that exist are not written over.');
    expect(status).toBe(2);
    expect(readFileSync(kept, 'utf8')).toBe('# mine\n');
  });

  test('takes a template as its parameters make it, and says what stays open', () => {
    const sections = 'Parameters: { Retention: { Type: Number } }\n';
    const file = write('shop.yaml', template('      BackupRetentionPeriod: !Ref Retention\n', { sections }));
    const open = runCli(['import', file, '--region', 'eu-west-1']);
    expect(open.stdout).toContain('  # backupRetentionPeriod: !Ref Retention, not known here.\n');
    expect(open.stderr).toContain('cluster: backupRetentionPeriod: !Ref Retention, not known here.');
    expect(open.status).toBe(0);
    const parameters = write('parameters.json', '{"Retention": 14}');
    const given = runCli(['import', file, '--parameters', parameters]);
    expect(given.stdout).toContain('  backupRetentionPeriod: 14\n');
  });

  test.each([
    ['a file that is not there', () => 'none.json', 'there is no such file or folder'],
    ['a file of something else', () => write('prose.txt', 'Dear reader,\n'), 'cannot be imported. Import takes'],
    [
      'outputs without Aurora',
      () => write('docdb.json', '{"DBClusters":[{"Engine":"docdb"}]}'),
      'No Aurora cluster stands in',
    ],
  ])('refuses %s', (_, file, message) => {
    const { status, stderr } = runCli(['import', file()]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
