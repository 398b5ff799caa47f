import { pathToFileURL } from 'node:url';
import {
  type RunScenarioTestResult,
  runScenarioTestMethod,
  type ScenarioTestsResult,
  scenarioTestsMethod,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder } from '../cli/folder.ts';
import { ServerProcess } from './server-process.ts';

const crash = (expected: string) =>
  cluster(`scenarios:
  - name: crash
    events: [{ at: 1m, crash: writer }]
    expect:
      promoted: ${expected}
`);
const folder = makeFolder({
  'saved.aurora.yaml': `${crash('orders-a')}  - { name: crash, events: [{ at: 1m }] }\n`,
  'open.aurora.yaml': crash('orders-b'),
});
const uriOf = (name: string) => pathToFileURL(`${folder.path}/${name}`).href;

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start(folder.path);
});
afterAll(() => server.stop());

const list = (name: string) =>
  server.connection.sendRequest<ScenarioTestsResult>(scenarioTestsMethod, { uri: uriOf(name) });
const run = (name: string, id: string) =>
  server.connection.sendRequest<RunScenarioTestResult>(runScenarioTestMethod, { uri: uriOf(name), id });

test('the scenarios of a file that nobody opened are tests, each under an id of its own', async () => {
  const { tests } = await list('saved.aurora.yaml');
  expect(tests.map(({ id, name, place }) => [id, name, place?.seed])).toEqual([
    ['crash', 'crash', 1],
    ['crash (2)', 'crash', 1],
  ]);
  const line = crash('orders-a').split('\n').indexOf('  - name: crash');
  expect(tests[0]?.range).toEqual({ start: { line, character: 10 }, end: { line, character: 15 } });
});

test('an expectation that fails is said at its place, with what was seen; the run says its seed and trace', async () => {
  const result = await run('saved.aurora.yaml', 'crash');
  const line = crash('orders-a').split('\n').indexOf('      promoted: orders-a');
  expect(result).toMatchObject({
    outcome: 'failed',
    messages: [
      {
        message: 'promoted orders-a: orders-b was promoted last.',
        range: { start: { line, character: 16 }, end: { line, character: 24 } },
      },
    ],
  });
  expect(result.output).toMatch(/^crash \(seed 1, trace [0-9a-f]{16}\)\n/);
});

test('what cannot be played says why', async () => {
  expect(await run('saved.aurora.yaml', 'crash (2)')).toMatchObject({
    outcome: 'inconclusive',
    messages: [{ message: expect.stringContaining('says nothing that can happen') }],
  });
});

test('what is being edited counts, not what was saved', async () => {
  expect(await run('open.aurora.yaml', 'crash')).toMatchObject({ outcome: 'passed', messages: [] });
  await server.open(uriOf('open.aurora.yaml'), 'aurora-blueprint', crash('orders-a'));
  expect(await run('open.aurora.yaml', 'crash')).toMatchObject({ outcome: 'failed' });
});

test('a scenario that is gone is no failure of the server', async () => {
  expect(await run('saved.aurora.yaml', 'other')).toMatchObject({ outcome: 'inconclusive', messages: [] });
  expect(await list('missing.aurora.yaml')).toEqual({ tests: [] });
});
