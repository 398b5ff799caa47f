import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

const clean = cluster('');
const sql = "SELECT aws_comprehend.detect_sentiment('fine', 'en');\n";
const template = 'Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql }\n';

const folder = makeFolder({
  'orders.aurora.yaml': clean,
  'sql/reviews.sql': sql,
  'stacks/main.yaml': template,
  'stacks/main.template': template,
  'stacks/values.json': '{"a": 1}',
  'workflow.yml': 'on: push\n',
  'node_modules/it/its.aurora.yaml': clean,
  '.hidden/hidden.aurora.yaml': clean,
  '.git/HEAD': '',
  '.gitignore': 'build/\n*.old.aurora.yaml\n!kept.old.aurora.yaml\n',
  'build/built.aurora.yaml': clean,
  'a.old.aurora.yaml': clean,
  'kept.old.aurora.yaml': clean,
  'deep/.gitignore': '/here.sql\n',
  'deep/here.sql': sql,
  'deep/er/here.sql': sql,
});

/** The files that a call examines. */
const examined = (args: readonly string[], cwd = folder.path) => {
  const { stdout, stderr } = runCli(['check', ...args, '--format', 'json'], cwd);
  expect(stderr).toBe('');
  return JSON.parse(stdout).files.map(({ file }: { file: string }) => file);
};

describe('the files of a call', () => {
  test('are those of a folder that are of ours, without what is left out', () => {
    expect(examined(['.'])).toEqual([
      'deep/er/here.sql',
      'kept.old.aurora.yaml',
      'orders.aurora.yaml',
      'sql/reviews.sql',
      'stacks/main.template',
      'stacks/main.yaml',
    ]);
  });

  test('obey the .gitignore above the folder', () => {
    expect(examined(['../deep'], join(folder.path, 'sql'))).toEqual(['../deep/er/here.sql']);
  });

  test('are those that a glob matches, of whatever kind, without what is left out', () => {
    expect(examined(['**/*.{yaml,yml}'])).toEqual([
      'kept.old.aurora.yaml',
      'orders.aurora.yaml',
      'stacks/main.yaml',
      'workflow.yml',
    ]);
  });

  test('are the named ones in any case, each once, in order', () => {
    expect(examined(['build/built.aurora.yaml', 'orders.aurora.yaml', '*.aurora.yaml'])).toEqual([
      'build/built.aurora.yaml',
      'orders.aurora.yaml',
      'kept.old.aurora.yaml',
    ]);
  });

  test('follow a link to a file, and none to a folder', () => {
    const own = makeFolder({ 'a.aurora.yaml': clean });
    symlinkSync('a.aurora.yaml', join(own.path, 'b.aurora.yaml'));
    symlinkSync('.', join(own.path, 'loop'));
    expect(examined(['.'], own.path)).toEqual(['a.aurora.yaml', 'b.aurora.yaml']);
  });

  test('may be none: a folder without a file of ours passes, and says so', () => {
    const own = makeFolder({ 'readme.txt': '' });
    expect(runCli(['check', '.'], own.path)).toMatchObject({
      status: 0,
      stdout: 'Nothing to check: no blueprint, no SQL, no template with an Aurora cluster.\n',
    });
  });
});

describe('a call ends with status 2', () => {
  test.each([
    ['a file that is not there', ['order.aurora.yaml'], 'no such file or folder. Did you mean orders.aurora.yaml?'],
    ['a file in a folder that is not there', ['nowhere/a.sql'], 'nowhere/a.sql: there is no such file or folder.'],
    ['a glob that matches nothing', ['designs/**/*.yaml'], 'designs/**/*.yaml: no file matches.'],
    ['a glob whose matches are all left out', ['build/*.yaml'], 'left out by .gitignore. Name the files one by one'],
    ['standard input without a name', ['-'], '--stdin-filename orders.aurora.yaml'],
    ['standard input that is to be mended', ['-', '--fix', '--stdin-filename', 'a.sql'], 'name the file itself'],
    ['an option that does not exist', ['.', '--colour'], '--colour'],
    ['a severity that does not exist', ['.', '--max-severity', 'none'], 'info, warning, error'],
    ['no file at all', [], 'files'],
  ])('for %s', (_, args, message) => {
    const { status, stdout, stderr } = runCli(['check', ...args], folder.path);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

test('standard input is read under the name it is given', () => {
  const args = ['check', '-', '--stdin-filename', 'designs/new.aurora.yaml'];
  const { status, stdout } = runCli(args, folder.path, { input: cluster('  backupRetentionPeriod: 40\n') });
  expect(stdout).toContain('designs/new.aurora.yaml:9:26 error AUR301');
  expect(status).toBe(1);
});

describe('the exit status', () => {
  const own = makeFolder({
    'clean.aurora.yaml': clean,
    'info.aurora.yaml': cluster('  clusterIdentifier: Orders\n'),
    'warning.aurora.yaml': cluster('  clusterIdentifier: orders\n').replace(/\n.*orders-b.*/, ''),
    'error.aurora.yaml': cluster('  backupRetentionPeriod: 40\n'),
    'broken.aurora.yaml': 'aurora: [\n',
  });
  const table: readonly (readonly [file: string, byLimit: readonly [info: number, warning: number, error: number]])[] =
    [
      ['clean', [0, 0, 0]],
      ['info', [0, 0, 0]],
      ['warning', [1, 0, 0]],
      ['error', [1, 1, 0]],
      ['broken', [1, 1, 0]],
    ];
  test.each(table)('of a file with %s as the worst, up to info, warning, error: %j', (name, byLimit) => {
    const options = [
      '--profile',
      'production',
      '--rule',
      'AUR308=off',
      '--rule',
      'AUR1005=off',
      '--rule',
      'AUR302=off',
    ];
    const statuses = ['info', 'warning', 'error'].map(
      (limit) => runCli(['check', `${name}.aurora.yaml`, '--max-severity', limit, ...options], own.path).status,
    );
    expect(statuses).toEqual(byLimit);
    expect(runCli(['check', `${name}.aurora.yaml`, ...options], own.path).status).toBe(byLimit[1]);
  });
});

test('the same files give the same bytes', () => {
  const [one, other] = [1, 2].map(() =>
    runCli(['check', '.', '--format', 'json', '--as-of', '2026-11-23'], folder.path),
  );
  expect(one?.stdout).toBe(other?.stdout);
});
