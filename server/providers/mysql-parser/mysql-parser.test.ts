import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import { page } from '@aurora-blueprint/core/sql/rules/mym900-second-opinion.ts';
import { checkSyntax } from '@aurora-blueprint/core/sql/syntax/check-syntax.ts';
import { mismatches, readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StatementParser } from '../statement-parser/statement-parser.ts';

/** Long enough for any sound statement on any machine. */
const patient = 60_000;
const sound = "SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id = 1";
/** Nested as deeply as to keep the parser busy for some hundred milliseconds. */
const nested = (levels: number) => `SELECT 1 FROM t WHERE ${'('.repeat(levels)}a = 1${') AND b = 1'.repeat(levels)}`;

let folder: string;
let worker: string;
const started: StatementParser[] = [];

function startParser(limitMs: number): StatementParser {
  const parser = new StatementParser({ worker, limitMs, atOnce: 1, longest: 20_000 });
  started.push(parser);
  return parser;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aurora-blueprint-mysql-parser-'));
  worker = join(folder, 'worker.cjs');
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: worker, bundle: true, platform: 'node', format: 'cjs' });
});

afterAll(async () => {
  await Promise.all(started.map((parser) => parser.close()));
  await rm(folder, { recursive: true });
});

test('a statement it can read is fine', async () => {
  expect(await startParser(patient).opinions([sound])).toEqual([{ ok: true }]);
});

test('a statement it cannot read has a place, in UTF-16 units', async () => {
  const statement = "SELECT '😀' FROM t WHERE ORDER BY a";
  expect(await startParser(patient).opinions([statement])).toEqual([
    { ok: false, message: expect.stringContaining('found'), offset: statement.indexOf('BY') },
  ]);
});

test('nested conditions that take too long give no opinion', async () => {
  expect(await startParser(patient).opinions([nested(40)])).toEqual([{ ok: true }]);
  expect(await startParser(1).opinions([nested(600)])).toEqual([{ unknown: 'took too long' }]);
});

test('nesting too deep for the parser does no harm', async () => {
  const deep = `SELECT ${'('.repeat(9_000)}1${')'.repeat(9_000)}`;
  expect(await startParser(patient).opinions([deep, 'SELECT 1'])).toEqual([{ unknown: 'failed' }, { ok: true }]);
});

/** The hints on all statements of a file. */
async function hintsOn(text: string): Promise<readonly Finding[]> {
  const { questions, findings } = checkSyntax(analyzeSql(text, { dialect: 'mysql' }));
  expect(questions).not.toHaveLength(0);
  const opinions = await startParser(patient).opinions(questions);
  return findings((question) => {
    const opinion = opinions[questions.indexOf(question)];
    return opinion !== undefined && 'ok' in opinion && !opinion.ok ? opinion : undefined;
  });
}

test('its hint stands where it stops', async () => {
  const bad = readFixture(`${page.bad}
SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id =;
--                                                                       ^ MYM900 expects more`);
  expect(mismatches(bad, await hintsOn(bad.text))).toEqual([]);
  expect(await hintsOn(page.good)).toEqual([]);
});

test('the example is read without a hint', async () => {
  const example = fileURLToPath(new URL('../../../examples/fraud.mysql.sql', import.meta.url));
  expect(await hintsOn(await readFile(example, 'utf8'))).toEqual([]);
});
