import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import {
  isWorthASecondOpinion,
  page,
  secondOpinionFinding,
} from '@aurora-blueprint/core/sql/rules/mym900-second-opinion.ts';
import { mismatches, readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MysqlParser } from './mysql-parser.ts';

/** Long enough for any sound statement on any machine. */
const patient = 60_000;
const sound = "SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id = 1";
/** Nested as deeply as to keep the parser busy for some hundred milliseconds. */
const nested = (levels: number) => `SELECT 1 FROM t WHERE ${'('.repeat(levels)}a = 1${') AND b = 1'.repeat(levels)}`;

let folder: string;
let worker: string;
const started: MysqlParser[] = [];

function startParser(limitMs: number): MysqlParser {
  const parser = new MysqlParser({ worker, limitMs });
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
  expect(await startParser(patient).opinion(sound)).toEqual({ ok: true });
});

test('a statement it cannot read has a place, in UTF-16 units', async () => {
  const statement = "SELECT '😀' FROM t WHERE ORDER BY a";
  expect(await startParser(patient).opinion(statement)).toEqual({
    ok: false,
    message: expect.stringContaining('found'),
    offset: statement.indexOf('BY'),
  });
});

test('nested conditions that take too long give no opinion', async () => {
  expect(await startParser(patient).opinion(nested(40))).toEqual({ ok: true });
  expect(await startParser(1).opinion(nested(600))).toEqual({ unknown: 'took too long' });
});

test('what never ends is ended, and the next statement has its answer', async () => {
  const endless = join(folder, 'endless.cjs');
  await writeFile(
    endless,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ statement }) => {
      while (statement === 'endless');
      parentPort.postMessage({ kind: 'opinion', opinion: { ok: true } });
    });
    parentPort.postMessage({ kind: 'ready' });`,
  );
  const parser = new MysqlParser({ worker: endless, limitMs: 1000 });
  started.push(parser);
  expect(await parser.opinion('endless')).toEqual({ unknown: 'took too long' });
  expect(await parser.opinion('SELECT 1')).toEqual({ ok: true });
});

test('statements asked at once are answered each', async () => {
  const parser = startParser(patient);
  const opinions = await Promise.all([sound, 'SELECT', sound, 'SELECT 1'].map((text) => parser.opinion(text)));
  expect(opinions.map((opinion) => 'ok' in opinion && opinion.ok)).toEqual([true, false, true, true]);
});

test('nesting too deep for the parser does no harm', async () => {
  const parser = startParser(patient);
  expect(await parser.opinion(`SELECT ${'('.repeat(9_000)}1${')'.repeat(9_000)}`)).toEqual({ unknown: 'failed' });
  expect(await parser.opinion('SELECT 1')).toEqual({ ok: true });
});

test('a very long statement is not asked about', async () => {
  const parser = new MysqlParser({ worker: join(folder, 'missing.cjs') });
  expect(await parser.opinion(`SELECT '${'x'.repeat(20_000)}'`)).toEqual({ unknown: 'too long to ask' });
});

test('a worker that cannot be started gives no opinion', async () => {
  const parser = new MysqlParser({ worker: join(folder, 'missing.cjs') });
  expect(await parser.opinion('SELECT 1')).toEqual({ unknown: 'could not start' });
  expect(await parser.opinion('SELECT 2')).toEqual({ unknown: 'could not start' });
});

/** The hints on all statements of a file. */
async function hintsOn(text: string): Promise<readonly Finding[]> {
  const parser = startParser(patient);
  const statements = analyzeSql(text, { dialect: 'mysql' }).statements.filter(isWorthASecondOpinion);
  expect(statements).not.toHaveLength(0);
  const hints = statements.map(async (statement) => {
    const opinion = await parser.opinion(statement.text);
    return 'ok' in opinion && !opinion.ok ? [secondOpinionFinding(statement, opinion.offset)] : [];
  });
  return (await Promise.all(hints)).flat();
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
