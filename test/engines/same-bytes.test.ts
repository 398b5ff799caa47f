import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker as WorkerThread } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageServer } from '../../scripts/bundles.mjs';
import { checkout } from '../../scripts/checkout.mjs';
import { launchChromium } from '../../scripts/chromium.mjs';
import type { Outcome } from './same-bytes.ts';

/** A script that leaves `engine.outcomesOf` behind, wherever it runs. */
let script: string;
let blueprint: string;
let browser: Browser;
let inNode: readonly Outcome[];

beforeAll(async () => {
  blueprint = await readFile(join(checkout, 'examples', 'orders.aurora.yaml'), 'utf8');
  const { outputFiles } = await build({
    entryPoints: ['test/engines/same-bytes.ts'],
    absWorkingDir: checkout,
    alias: languageServer.alias ?? {},
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    target: 'es2022',
  });
  script = outputFiles[0]?.text ?? '';
  inNode = new Function('text', `${script}; return engine.outcomesOf(text);`)(blueprint);
  browser = await launchChromium();
});

afterAll(() => browser?.close());

test('there is something to compare: no two runs are alike', () => {
  const traces = inNode.map(({ trace }) => trace);
  expect(traces.length).toBeGreaterThan(20);
  expect(traces.filter((trace) => /^[0-9a-f]{16}$/.test(trace)).length).toBe(traces.length - 1);
  expect(new Set(inNode.map(({ all }) => all)).size).toBe(inNode.length);
});

test('a worker thread computes the same bytes as Node', async () => {
  const code = `${script}; const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage(engine.outcomesOf(workerData));`;
  const worker = new WorkerThread(code, { eval: true, workerData: blueprint });
  const [outcomes] = await once(worker, 'message');
  expect(outcomes).toEqual(inNode);
});

test('a page in Chromium computes the same bytes as Node', async () => {
  const page = await browser.newPage();
  const outcomes = await page.evaluate(
    ([code, text]) => new Function('text', `${code}; return engine.outcomesOf(text);`)(text),
    [script, blueprint] as const,
  );
  expect(outcomes).toEqual(inNode);
});

test('a worker of a page in Chromium computes the same bytes as Node', async () => {
  const page = await browser.newPage();
  const outcomes = await page.evaluate(
    ([code, text]) =>
      new Promise((resolve, reject) => {
        const body = `${code}; onmessage = ({ data }) => postMessage(engine.outcomesOf(data));`;
        const worker = new Worker(URL.createObjectURL(new Blob([body], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(text);
      }),
    [script, blueprint] as const,
  );
  expect(outcomes).toEqual(inNode);
});
