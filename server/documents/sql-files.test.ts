import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { longestSqlText } from '@aurora-blueprint/core/sql/analyze.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dialectAndDesign, type SqlFile } from './analyze-sql-file.ts';
import { DesignFiles } from './design-files.ts';
import { SqlFiles } from './sql-files.ts';
import { WorkspaceFiles } from './workspace-files.ts';

let root: string;
let openNames: string[];
let news: number;
let files: SqlFiles;
let designs: DesignFiles;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aurora-sql-files-'));
  openNames = [];
  news = 0;
  designs = new DesignFiles();
  files = new SqlFiles({
    workspaceFiles: new WorkspaceFiles(() => [pathToFileURL(root).href]),
    openPaths: () => openNames.map((name) => join(root, name)),
    open: () => undefined,
    fileOf,
    onNews: () => {
      news += 1;
    },
  });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function fileOf(path: string, text: string): SqlFile {
  const settings = { dialect: 'mysql', design: undefined, syntaxErrors: 'auroraMl' } as const;
  return { text, path, settings, root, designs, related: files };
}

const creates = (name: string) =>
  `CREATE FUNCTION ${name}(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';\n`;
const design = 'aurora: 1\nname: fraud\nengine: aurora-mysql\nprimary: { region: us-east-1 }\n';

/** The functions that a file knows from others, by name. */
function known(name: string, text = ''): readonly string[] {
  files.looking.result;
  const path = join(root, name);
  const { dialect, governing } = dialectAndDesign(fileOf(path, text));
  const declared = files.declaredElsewhere(path, { dialect, governing });
  return declared.flatMap((one) => (one.kind === 'aliasFunction' ? one.signature.name : [])).sort();
}

test('files under one design belong together, wherever they lie', () => {
  write('fraud.aurora.yaml', design);
  write('a/one.sql', creates('one'));
  write('b/c/two.sql', creates('two'));
  expect(known('d/report.sql')).toEqual(['one', 'two']);
  expect(known('a/one.sql')).toEqual(['two']);
  expect(news).toBe(1);
});

test('without a design those of a folder do, once one of it is open', () => {
  write('a/one.sql', creates('one'));
  write('b/two.sql', creates('two'));
  expect(known('a/report.sql')).toEqual([]);
  openNames = ['a/report.sql'];
  files.openedOrClosed();
  expect(known('a/report.sql')).toEqual(['one']);
  expect(known('b/report.sql')).toEqual([]);
});

test('a file that names its design in its head belongs to it', () => {
  write('infra/fraud.aurora.yaml', design);
  write('sql/one.sql', `-- aurora: ../infra/fraud.aurora.yaml\n${creates('one')}`);
  write('sql/two.sql', creates('two'));
  const text = '-- aurora: ../infra/fraud.aurora.yaml\n';
  expect(known('reports/report.sql', text)).toEqual(['one']);
});

test('what is gone, grown too large or changed is looked at again when somebody says so', () => {
  write('fraud.aurora.yaml', design);
  const one = write('one.sql', creates('one'));
  const two = write('two.sql', creates('two'));
  expect(known('report.sql')).toEqual(['one', 'two']);
  truncateSync(two, longestSqlText + 1);
  rmSync(one);
  write('three.sql', creates('three'));
  expect(known('report.sql')).toEqual(['one', 'two']);
  files.changed();
  expect(known('report.sql')).toEqual(['three']);
});

test('a text that names a function which another file makes is told apart', () => {
  write('fraud.aurora.yaml', design);
  write('one.sql', creates('score$1'));
  expect(files.namesFunction('SELECT score$1(amount)')).toBe(false);
  files.looking.result;
  expect(files.namesFunction('SELECT SCORE$1(amount)')).toBe(true);
  expect(files.namesFunction('SELECT score$12(amount), my_score$1')).toBe(false);
});
