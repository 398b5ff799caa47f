import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { WorkspaceFiles } from './workspace-files.ts';

let folder: string;
const files = [
  'one.sql',
  'a/two.SQL',
  'a/b/three.sql',
  'a/four.yaml',
  '.hidden/five.sql',
  'node_modules/six.sql',
  'out/seven.sql',
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  for (const name of files) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.gitignore'), 'out/\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function named(roots: readonly string[], token?: CancellationTokenSource['token']): readonly string[] {
  const uris = roots.map((root) => (root.includes(':') ? root : pathToFileURL(join(folder, root)).href));
  return new WorkspaceFiles(() => uris).named(/\.sql$/i, token).map((path) => relative(folder, path));
}

test('the files of a folder and of those in it, without what nobody keeps there', () => {
  expect(named(['.'])).toEqual(['a/b/three.sql', 'a/two.SQL', 'one.sql']);
});

test('several folders, one in the other, and one that is not on this machine', () => {
  expect(named(['a', 'a/b', 'vscode-vfs://github/x'])).toEqual(['a/b/three.sql', 'a/two.SQL']);
});

test('a folder that is gone has no files', () => expect(named(['gone'])).toEqual([]));

test('folder by folder, each with its files, a folder inside another one once', async () => {
  const roots = ['.', 'a/b'].map((root) => pathToFileURL(join(folder, root)).href);
  const found: (readonly string[])[] = [];
  for await (const paths of new WorkspaceFiles(() => roots).byFolder((name) => /\.sql$/i.test(name))) {
    found.push(paths.map((path) => relative(folder, path)));
  }
  expect(found.toSorted()).toEqual([['a/b/three.sql'], ['a/two.SQL'], ['one.sql']]);
});

test.each([
  ['one.sql', true],
  ['a/b/not-there-yet.sql', true],
  ['.hidden/five.sql', false],
  ['node_modules/six.sql', false],
  ['out/seven.sql', false],
  ['../elsewhere.sql', false],
])('whether %s is of the workspace: %s', (name, isInside) => {
  const files = new WorkspaceFiles(() => [pathToFileURL(folder).href, 'vscode-vfs://github/x']);
  expect(files.has(join(folder, name))).toBe(isInside);
});

test('nothing when nobody waits for it any more', () => {
  const source = new CancellationTokenSource();
  source.cancel();
  expect(named(['.'], source.token)).toEqual([]);
});
