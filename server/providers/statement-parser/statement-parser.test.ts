import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StatementParser, type StatementParserOptions } from './statement-parser.ts';

/** A parser that accepts all but `wrong`, gives up on `failing`, and never ends with `endless`. */
const worker = `const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ statements }) => {
  const opinions = [];
  for (const statement of statements) {
    while (statement === 'endless');
    if (statement === 'exit') process.exit();
    if (statement === 'failing') opinions.push({ unknown: 'failed' });
    else if (statement === 'wrong') opinions.push({ ok: false, message: 'thread ' + threadId, offset: 0 });
    else opinions.push({ ok: true });
    if (statement === 'failing') break;
  }
  parentPort.postMessage({ kind: 'opinions', opinions });
});
parentPort.postMessage({ kind: 'ready' });`;

let folder: string;
const started: StatementParser[] = [];

function startParser(options: Partial<StatementParserOptions> = {}): StatementParser {
  const file = join(folder, 'worker.cjs');
  const parser = new StatementParser({ worker: file, limitMs: 60_000, atOnce: 2, longest: 100, ...options });
  started.push(parser);
  return parser;
}

const accepted = { ok: true };
const wrong = expect.objectContaining({ ok: false });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aurora-blueprint-statement-parser-'));
  await writeFile(join(folder, 'worker.cjs'), worker);
});

afterAll(async () => {
  await Promise.all(started.map((parser) => parser.close()));
  await rm(folder, { recursive: true });
});

test('many statements are answered in order', async () => {
  const parser = startParser();
  expect(await parser.opinions(['a', 'wrong', 'b', 'c', 'wrong'])).toEqual([
    accepted,
    wrong,
    accepted,
    accepted,
    wrong,
  ]);
  expect(await parser.opinions([])).toEqual([]);
});

test('questions asked at once are answered each', async () => {
  const parser = startParser();
  const asked = [['a', 'b', 'wrong'], ['wrong'], ['c']].map((statements) => parser.opinions(statements));
  expect(await Promise.all(asked)).toEqual([[accepted, accepted, wrong], [wrong], [accepted]]);
});

test('what never ends is ended, and the next request has its answer', async () => {
  const parser = startParser({ limitMs: 1000, atOnce: 1 });
  expect(await parser.opinions(['endless', 'a'])).toEqual([{ unknown: 'took too long' }, accepted]);
});

test('a parser that fails is not asked again: another one starts with the next statement', async () => {
  const parser = startParser({ atOnce: 10 });
  const opinions = await parser.opinions(['wrong', 'failing', 'wrong', 'wrong']);
  expect(opinions).toEqual([wrong, { unknown: 'failed' }, wrong, wrong]);
  const threads = opinions.flatMap((opinion) => ('message' in opinion ? [opinion.message] : []));
  expect(threads[0]).not.toBe(threads[1]);
  expect(threads[1]).toBe(threads[2]);
});

test('a worker that ends by itself leaves its request without answers', async () => {
  expect(await startParser({ atOnce: 1 }).opinions(['exit', 'a'])).toEqual([{ unknown: 'failed' }, accepted]);
});

test('a very long statement is not asked about, those beside it are', async () => {
  const long = 'x'.repeat(101);
  expect(await startParser().opinions(['a', long, 'wrong', long])).toEqual([
    accepted,
    { unknown: 'too long to ask' },
    wrong,
    { unknown: 'too long to ask' },
  ]);
});

test('a worker that cannot be started gives no opinion', async () => {
  const parser = startParser({ worker: join(folder, 'missing.cjs') });
  expect(await parser.opinions(['a'])).toEqual([{ unknown: 'could not start' }]);
  expect(await parser.opinions(['a', 'b', 'c'])).toEqual(['a', 'b', 'c'].map(() => ({ unknown: 'could not start' })));
});
