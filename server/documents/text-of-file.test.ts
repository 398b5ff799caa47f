import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longestSqlText } from '@aurora-blueprint/core/sql/analyze.ts';
import { afterAll, expect, test } from 'vitest';
import { headOfFile, textOfFile } from './text-of-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'text-of-file-'));
const file = join(folder, 'orders.sql');
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is read up to the size of what is ours', () => {
  writeFileSync(file, 'SELECT 1;');
  expect(textOfFile(file)).toBe('SELECT 1;');
  truncateSync(file, longestSqlText);
  expect(textOfFile(file)).toHaveLength(longestSqlText);
  truncateSync(file, longestSqlText + 1);
  expect(textOfFile(file)).toBeUndefined();
});

test('a folder, and what is not there, has no text', () => {
  expect(textOfFile(folder)).toBeUndefined();
  expect(textOfFile(join(folder, 'gone.sql'))).toBeUndefined();
});

test('the head of a file is read under the same conditions', () => {
  writeFileSync(file, '-- aurora: mysql\nSELECT 1;');
  expect(headOfFile(file, 16)).toBe('-- aurora: mysql');
  expect(headOfFile(file, 1000)).toBe('-- aurora: mysql\nSELECT 1;');
  expect(headOfFile(folder, 9)).toBeUndefined();
  truncateSync(file, longestSqlText + 1);
  expect(headOfFile(file, 9)).toBeUndefined();
});
