import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'aurora-against-'));
const repository = join(folder, 'repository');
const outside = join(folder, 'outside');
afterAll(() => rmSync(folder, { recursive: true }));

const stack = (database: string) => template(`      DatabaseName: ${database}\n`);
const blueprint = (key: string) => `aurora: 1
name: shop
engine: aurora-postgresql
primary:
  region: us-east-1
  storageEncrypted: true
  kmsKeyId: ${key}
  instances: [{ id: shop-a, class: db.r7g.large }, { id: shop-b, class: db.r7g.large }]
`;

function write(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { stdio: 'ignore' });
}

/** Rule and message of each finding, file by file. */
function found(args: readonly string[], cwd = repository) {
  const { stdout, stderr, status } = runCli(['check', ...args, '--format', 'json'], cwd);
  expect(stderr).toBe('');
  const { files } = JSON.parse(stdout);
  return { status, said: files.map((one: { findings: { rule: string }[] }) => one.findings.map(({ rule }) => rule)) };
}

beforeAll(() => {
  mkdirSync(outside, { recursive: true });
  mkdirSync(repository, { recursive: true });
  git('init', '--initial-branch', 'main');
  write(join(repository, 'deep/stack.yaml'), stack('orders'));
  write(join(repository, 'shop.aurora.yaml'), blueprint('alias/a'));
  git('add', '.');
  git('commit', '-m', 'first');
  git('tag', 'deployed');
  write(join(repository, 'deep/stack.yaml'), stack('sales'));
  git('commit', '-am', 'second');
  write(join(repository, 'deep/stack.yaml'), stack('returns'));
  write(join(repository, 'shop.aurora.yaml'), blueprint('alias/b'));
  write(join(repository, 'new.yaml'), stack('new'));
});

describe('check --against a revision', () => {
  test('says what the edit does, in every file that the revision has', () => {
    expect(found(['.', '--against', 'HEAD'])).toEqual({ status: 0, said: [['AUR319'], [], ['AUR319']] });
  });

  test('fails as with any finding', () => {
    expect(found(['.', '--against', 'HEAD', '--max-severity', 'info']).status).toBe(1);
    expect(found(['.', '--against', 'HEAD', '--rule', 'AUR319=off', '--max-severity', 'info']).status).toBe(0);
  });

  test.each(['HEAD~1', 'deployed', 'main~1'])('%s is a revision', (revision) => {
    const { stdout } = runCli(['check', 'deep/stack.yaml', '--against', revision], repository);
    expect(stdout).toContain('DatabaseName changes from orders to returns');
  });

  test('asks the repository of the file, wherever the command runs, and through links', () => {
    const file = join(repository, 'deep/stack.yaml');
    expect(found([file, '--against', 'HEAD'], outside).said).toEqual([['AUR319']]);
    symlinkSync(file, join(outside, 'link.yaml'));
    expect(found(['link.yaml', '--against', 'HEAD'], outside).said).toEqual([['AUR319']]);
  });

  test('asks the repository of the file in a hook of another one too', () => {
    const env = { GIT_DIR: join(outside, '.git'), GIT_INDEX_FILE: join(outside, 'index') };
    const { stdout } = runCli(['check', 'deep/stack.yaml', '--against', 'HEAD'], repository, { env });
    expect(stdout).toContain('DatabaseName changes from sales to returns');
  });

  test('reads standard input as the file that it stands for', () => {
    const args = ['check', '-', '--stdin-filename', 'deep/stack.yaml', '--against', 'HEAD'];
    expect(runCli(args, repository, { input: stack('piped') }).stdout).toContain('from sales to piped');
  });

  test.each([
    ['no-such-branch', 'There is no revision no-such-branch in the git repository of '],
    ['--upload-pack=x', 'There is no revision --upload-pack=x in the git repository of '],
    ['$(touch pwned)', 'There is no revision $(touch pwned) in the git repository of '],
    ['HEAD:deep', 'There is no revision HEAD:deep in the git repository of '],
  ])('%s is none, and the message says so', (revision, message) => {
    const { status, stderr, stdout } = runCli(['check', 'deep/stack.yaml', `--against=${revision}`], repository);
    expect(stderr).toContain(message);
    expect(stderr).toContain('In a shallow clone a revision has to be fetched first.');
    expect([status, stdout]).toEqual([2, '']);
    expect(runCli(['check', 'pwned'], repository).status).toBe(2);
  });

  test('a file outside of any repository is named', () => {
    const file = write(join(outside, 'stack.yaml'), stack('orders'));
    const { status, stderr } = runCli(['check', file, '--against', 'HEAD'], repository);
    expect(stderr).toContain(`--against HEAD: ${outside} lies in no git repository. Name a file or a folder`);
    expect(status).toBe(2);
  });

  test('a machine without git is told so', () => {
    const { status, stderr } = runCli(['check', 'deep/stack.yaml', '--against', 'HEAD'], repository, {
      env: { PATH: outside },
    });
    expect(stderr).toContain('git is not installed, or not on the PATH. Name a file or a folder with the earlier text');
    expect(status).toBe(2);
  });
});

describe('check --against a file or a folder', () => {
  const earlier = join(folder, 'earlier');
  beforeAll(() => {
    write(join(earlier, 'deep/stack.yaml'), stack('older'));
    write(join(earlier, 'stack.yaml'), stack('oldest'));
  });

  test('one file is compared with one file', () => {
    const { stdout } = runCli(['check', 'deep/stack.yaml', '--against', join(earlier, 'stack.yaml')], repository);
    expect(stdout).toContain('DatabaseName changes from oldest to returns');
  });

  test('several files are compared with those of the same paths', () => {
    expect(found(['.', '--against', earlier]).said).toEqual([['AUR319'], [], []]);
    expect(found(['deep/stack.yaml', 'new.yaml', '--against', earlier]).said).toEqual([['AUR319'], []]);
  });

  test('the paths are those below the folder that is checked', () => {
    const { stdout } = runCli(['check', join(repository, 'deep'), '--against', earlier], outside);
    expect(stdout).toContain('DatabaseName changes from oldest to returns');
  });

  test('several files and one earlier file are refused', () => {
    const { status, stderr } = runCli(['check', '.', '--against', join(earlier, 'stack.yaml')], repository);
    expect(stderr).toContain('is one file, and 3 are checked. Name the folder with their earlier texts, or a revision');
    expect(status).toBe(2);
  });

  test('a file outside of the working folder has no path to look for', () => {
    const { status, stderr } = runCli(['check', '../earlier/stack.yaml', '--against', earlier], repository);
    expect(stderr).toContain('../earlier/stack.yaml lies outside of the working folder');
    expect(status).toBe(2);
  });

  test('parameters are given to both', () => {
    const text = (name: string) =>
      template(`      DatabaseName: !Ref ${name}\n`, {
        sections: 'Parameters: { One: { Type: String }, Other: { Type: String } }\n',
      });
    const [before, after] = [
      write(join(folder, 'one.yaml'), text('One')),
      write(join(folder, 'other.yaml'), text('Other')),
    ];
    const values = (other: string) => write(join(folder, 'values.json'), JSON.stringify({ One: 'a', Other: other }));
    expect(found([after, '--against', before, '--parameters', values('a')]).said).toEqual([[]]);
    expect(found([after, '--against', before, '--parameters', values('b')]).said).toEqual([['AUR319']]);
  });
});
