import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';
import { blueprintWith, reader } from './two-instances.ts';

const plain = blueprintWith(reader, '');
const design = `${plain}scenarios:
  - name: crash & recover
    events: [{ at: 1m, crash: writer }]
    expect:
      promoted: orders-b
      at:
        - { at: 2m, writer: orders-a }
`;
const lost = '  - name: lost\n    events: []\n    expect: { never: [sun-rises] }\n';
const calm = `${plain}scenarios:\n  - { name: calm, events: [] }\n`;
const folder = makeFolder({
  'a.aurora.yaml': design + lost,
  'deep/b.aurora.yaml': calm,
  'deep/other.yaml': 'a: 1\n',
  'none.aurora.yaml': plain,
  'broken.aurora.yaml': calm.replace('events: []', 'events: [{ at: 1m }]'),
});
const simulate = (...args: string[]) => runCli(['simulate', ...args], folder.path);

/** What each element of the xUnit schema of Jenkins (junit-10.xsd) may hold, as far as we write it. */
const schema: Readonly<Record<string, { attributes: readonly string[]; children: readonly string[] }>> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'file'],
    children: ['properties', 'testcase'],
  },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name', 'value'], children: [] },
  testcase: { attributes: ['name', 'time', 'classname'], children: ['failure', 'skipped'] },
  failure: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: ['type', 'message'], children: [] },
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Reads XML of elements and attributes, and holds it against the schema. */
function readJUnit(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  for (const [, close, name = '', written = '', isEmpty] of xml.matchAll(
    /<(\/)?([a-z]+)((?: [a-z]+="[^"<]*")*)(\/)?>/g,
  )) {
    if (close !== undefined) {
      expect(open.pop()?.name).toBe(name);
      continue;
    }
    const attributes = Object.fromEntries(
      [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    );
    const element = { name, attributes, children: [] };
    const parent = open.at(-1);
    if (parent !== top) expect(schema[parent?.name ?? '']?.children).toContain(name);
    for (const key of Object.keys(attributes)) expect(schema[name]?.attributes).toContain(key);
    parent?.children.push(element);
    if (isEmpty === undefined) open.push(element);
  }
  expect(open).toEqual([top]);
  expect(top.children.map((child) => child.name)).toEqual(['testsuites']);
  return top.children[0] ?? top;
}

test('JUnit has a suite for each scenario and a case for each expectation, with its line when it fails', () => {
  const { stdout, status } = simulate('a.aurora.yaml', '--format', 'junit');
  expect(stdout.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
  const suites = readJUnit(stdout);
  expect(suites.attributes).toMatchObject({ tests: '3', failures: '1', errors: '0' });
  const [crash, never] = suites.children;
  expect(crash?.attributes).toMatchObject({
    name: 'crash &amp; recover',
    tests: '2',
    failures: '1',
    file: 'a.aurora.yaml',
  });
  expect(crash?.children[0]?.children.map(({ attributes: { name } }) => name)).toEqual([
    'file',
    'line',
    'seed',
    'traceHash',
    'engineVersion',
  ]);
  expect(crash?.children.slice(1).map(({ attributes: { name } }) => name)).toEqual([
    'promoted orders-b',
    'at 2m: writer orders-a',
  ]);
  expect(stdout).toContain('a.aurora.yaml:16: at 2m: writer orders-a: orders-b takes writes.</failure>');
  expect(never?.attributes).toMatchObject({ failures: '0', skipped: '1' });
  expect(never?.children[1]?.children[0]?.attributes).toMatchObject({
    message: expect.stringContaining('sun-rises is not checked'),
  });
  expect(status).toBe(1);
});

test('a scenario that expects nothing is one case that passes', () => {
  const { stdout, status } = simulate('deep/b.aurora.yaml', '--format', 'junit');
  expect(readJUnit(stdout).attributes).toMatchObject({ tests: '1', failures: '0' });
  expect(status).toBe(0);
});

test('what stays inconclusive fails the call, also alone', () => {
  expect(simulate('a.aurora.yaml', '--scenario', 'lost')).toMatchObject({ status: 1 });
});

test('folders and globs bring all their blueprints, and each run says its file', () => {
  const { runs } = JSON.parse(simulate('deep', '[an]*.aurora.yaml', '--format', 'json').stdout);
  expect(runs.map(({ file, scenario }: { file: string; scenario: string }) => [file, scenario])).toEqual([
    ['deep/b.aurora.yaml', 'calm'],
    ['a.aurora.yaml', 'crash & recover'],
    ['a.aurora.yaml', 'lost'],
  ]);
});

test('many seeds give each expectation the interval of its share, and name a seed that fails', () => {
  const args = ['a.aurora.yaml', '--scenario', 'crash & recover', '--seeds', '40', '--format', 'json'];
  const { stdout, status } = simulate(...args);
  const [{ seed, seeds, traceHash, expectations, promoted, times }] = JSON.parse(stdout).runs;
  expect({ seed, seeds, promoted }).toEqual({ seed: 1, seeds: 40, promoted: [{ id: 'orders-b', runs: 40 }] });
  expect(traceHash).toMatch(/^[0-9a-f]{16}$/);
  expect(expectations).toMatchObject([
    { outcome: 'pass', interval: { held: 40, runs: 40, share: 0.9, high: 1 } },
    { outcome: 'fail', interval: { held: 0, low: 0 }, failingSeed: 1 },
  ]);
  expect(times.writerRecoverySeconds.median.low).toBeLessThanOrEqual(times.writerRecoverySeconds.median.value);
  expect(simulate(...args).stdout).toBe(stdout);
  expect(status).toBe(1);
});

test('many seeds are told to people with their shares and the spread of the times', () => {
  const { stdout } = simulate('a.aurora.yaml', '--scenario', 'crash & recover', '--seeds', '40', '--share', '0.5');
  expect(stdout).toMatch(/^crash & recover \(40 runs: seeds 1 to 40; trace of seed 1 [0-9a-f]{16}\)\n/);
  expect(stdout).toMatch(/ {2}writerRecovery: median [\d.]+ s \([\d.]+ s to [\d.]+ s\), 95 % within/);
  expect(stdout).toContain('  ok    promoted orders-b: Held in 40 of 40 runs: in 91.2 % to 100 % of all.\n');
});

test.each([
  [['none.aurora.yaml'], 'none.aurora.yaml has no scenarios'],
  [['a.aurora.yaml', '--scenario', 'crash & recovr'], 'did you mean crash & recover?'],
  [['a.aurora.yaml', '--seeds', '0'], 'from 1 to 100000'],
  [['a.aurora.yaml', '--share', '0.9'], '--share needs --seeds'],
  [['a.aurora.yaml', '--seeds', '9', '--share', '95'], 'between 0 and 1'],
])('%j cannot be used, and says why', (args, message) => {
  const { status, stderr } = simulate(...args);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test('a scenario that cannot be played is named with its line', () => {
  const { status, stderr } = simulate('broken.aurora.yaml');
  expect(stderr).toContain('broken.aurora.yaml:11: scenarios[0].events[0] says nothing that can happen');
  expect(status).toBe(2);
});
