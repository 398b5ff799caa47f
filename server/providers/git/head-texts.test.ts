import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HeadTexts } from './head-texts.ts';

let folder: string;
let head: HeadTexts;
const news: string[] = [];
const waiting: (() => void)[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'aurora-head-')));
  news.length = 0;
  head = new HeadTexts((file) => {
    news.push(file);
    for (const wake of waiting.splice(0)) wake();
  });
});

afterEach(async () => {
  await head.close();
  rmSync(folder, { recursive: true });
});

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { stdio: 'ignore' });
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function commit(name: string, text: string): string {
  const file = write(name, text);
  git('add', '.');
  git('commit', '-m', text);
  return file;
}

/** The text of a file, as soon as it is the wanted one. */
async function becomes(file: string, wanted: string | undefined): Promise<void> {
  while (head.text(file) !== wanted) await new Promise<void>((resolve) => waiting.push(resolve));
}

test('a text is known soon after it is asked for', async () => {
  git('init');
  const file = commit('deep/a.yaml', 'one');
  write('deep/a.yaml', 'edited');
  expect(head.text(file)).toBeUndefined();
  await becomes(file, 'one');
  expect(news).toEqual([file]);
});

test('a commit, a reset and a checkout move it', async () => {
  git('init', '--initial-branch', 'main');
  const file = commit('a.yaml', 'one');
  await becomes(file, 'one');
  commit('a.yaml', 'two');
  await becomes(file, 'two');
  git('checkout', 'HEAD~1');
  await becomes(file, 'one');
  git('checkout', 'main');
  await becomes(file, 'two');
  git('reset', '--soft', 'HEAD~1');
  await becomes(file, 'one');
});

test('a commit without the folder of the file is one like any other', async () => {
  git('init', '--initial-branch', 'main');
  commit('b.yaml', 'before');
  const file = commit('deep/a.yaml', 'one');
  await becomes(file, 'one');
  git('checkout', 'HEAD~1');
  await becomes(file, undefined);
  git('checkout', 'main');
  await becomes(file, 'one');
});

test('a commit that leaves the file as it is is no news', async () => {
  git('init');
  const [file, other] = [commit('a.yaml', 'one'), commit('b.yaml', 'one')];
  await becomes(file, 'one');
  await becomes(other, 'one');
  commit('b.yaml', 'two');
  await becomes(other, 'two');
  expect(news).toEqual([file, other, other]);
});

test('the first commit of a repository, and of a file, are found', async () => {
  git('init');
  const file = write('a.yaml', 'one');
  expect(head.text(file)).toBeUndefined();
  const other = write('b.yaml', 'one');
  expect(head.text(other)).toBeUndefined();
  commit('a.yaml', 'one');
  await becomes(file, 'one');
  await becomes(other, 'one');
});

test('saving a file asks as well, and finds a repository that is new', async () => {
  const file = write('a.yaml', 'one');
  expect(head.text(file)).toBeUndefined();
  await head.saved(file);
  git('init');
  commit('a.yaml', 'one');
  await becomes(file, 'one');
});

test('a file behind a link is the one that it leads to', async () => {
  git('init');
  commit('a.yaml', 'one');
  const link = join(folder, 'link.yaml');
  symlinkSync(join(folder, 'a.yaml'), link);
  await becomes(link, 'one');
});

test('each worktree has its own HEAD', async () => {
  git('init', '--initial-branch', 'main');
  const file = commit('a.yaml', 'one');
  git('worktree', 'add', '-b', 'other', 'tree');
  const inTree = join(folder, 'tree/a.yaml');
  await becomes(file, 'one');
  await becomes(inTree, 'one');
  commit('a.yaml', 'two');
  await becomes(file, 'two');
  expect(head.text(inTree)).toBe('one');
});

test('a file that is closed is forgotten', async () => {
  git('init');
  const file = commit('a.yaml', 'one');
  await becomes(file, 'one');
  await head.closed(file);
  expect(head.text(file)).toBeUndefined();
  await becomes(file, 'one');
});
