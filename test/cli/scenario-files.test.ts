import { orders } from '@aurora-blueprint/core/testing/scenario-texts.ts';
import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

const crash = (design: string, promoted: string) => `design: ${design}
scenarios:
  - name: crash
    events: [{ at: 1m, crash: writer }]
    expect: { promoted: ${promoted} }
`;
const folder = makeFolder({
  'orders.aurora.yaml': orders,
  'pass.scenario.yaml': crash('./orders.aurora.yaml', 'orders-b'),
  'tests/fail.scenario.yml': crash('../orders.aurora.yaml', 'orders-c'),
  'lost/lost.scenario.yaml': crash('./order.aurora.yaml', 'orders-b'),
  'lost/none.scenario.yaml': crash('./orders.aurora.yaml', 'orders-b').replace(/^design.*\n/, ''),
  'lost/stack.yaml': 'Resources: {}\n',
  'lost/stack.scenario.yaml': crash('./stack.yaml', 'orders-b'),
  'lost/empty.aurora.yaml': '# nothing yet\n',
  'lost/empty.scenario.yaml': crash('./empty.aurora.yaml', 'orders-b'),
  'two/two.aurora.yaml': `${orders}---\n${orders.replaceAll('orders', 'shop')}`,
  'two/both.scenario.yaml': crash('./two.aurora.yaml', 'shop-b'),
  'two/shop.scenario.yaml': crash('./two.aurora.yaml#shop', 'shop-b'),
  'two/other.scenario.yaml': crash('./two.aurora.yaml#shops', 'shop-b'),
});
const run = (...args: string[]) => runCli(args, folder.path);
const check = (file: string) => {
  const { status, stdout } = run('check', '--format', 'json', file);
  const [{ kind, findings }] = JSON.parse(stdout).files;
  return { status, kind, findings };
};

test('check judges a scenario file against the design that it names', () => {
  expect(check('pass.scenario.yaml')).toEqual({ status: 0, kind: 'scenarios', findings: [] });
  folder.write('wrong.scenario.yaml', crash('./orders.aurora.yaml', 'order-b'));
  const { status, findings } = check('wrong.scenario.yaml');
  expect(status).toBe(1);
  expect(findings).toMatchObject([
    { rule: 'SIM009', path: 'scenarios[0].expect.promoted', range: { start: { line: 4, character: 24 } } },
  ]);
});

test('check writes fixes into the scenario file, and leaves the design alone', () => {
  folder.write('mend.scenario.yaml', `${crash('./orders.aurora.yaml', 'orders-b')}    durations: 5m\n`);
  expect(run('check', '--fix', 'mend.scenario.yaml').status).toBe(0);
  expect(folder.read('mend.scenario.yaml')).toContain('    duration: 5m\n');
  expect(folder.read('orders.aurora.yaml')).toBe(orders);
});

test.each([
  [
    'is not there',
    'lost/lost.scenario.yaml',
    'There is no file ./order.aurora.yaml. Did you mean ../orders.aurora.yaml?',
  ],
  ['is no blueprint', 'lost/stack.scenario.yaml', './stack.yaml is no blueprint'],
  ['is empty', 'lost/empty.scenario.yaml', './empty.aurora.yaml holds no design. Open it'],
  ['is one of several', 'two/both.scenario.yaml', 'Say which: ./two.aurora.yaml#orders, ./two.aurora.yaml#shop.'],
  ['has another name', 'two/other.scenario.yaml', 'Did you mean ./two.aurora.yaml#shop?'],
])('a design that %s is said at its name, and nothing is played', (_, file, message) => {
  expect(check(file).findings).toMatchObject([
    { rule: 'SIM018', path: 'design', message: expect.stringContaining(message), range: { start: { line: 0 } } },
  ]);
  const { status, stderr } = run('simulate', file);
  expect(status).toBe(2);
  expect(stderr).toContain(`${file}:1: `);
  expect(stderr).toContain(message);
});

test('a file that names none says so', () => {
  expect(check('lost/none.scenario.yaml').findings).toMatchObject([{ rule: 'FMT004' }]);
  expect(run('simulate', 'lost/none.scenario.yaml').stderr).toContain('The file names no design. Write the path');
});

test('one of several designs is named behind #', () => {
  expect(check('two/shop.scenario.yaml').findings).toEqual([]);
  expect(run('simulate', 'two/shop.scenario.yaml').status).toBe(0);
});

test('simulate plays scenarios against their design, as text', () => {
  const { status, stdout } = run('simulate', 'pass.scenario.yaml');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^crash \(seed 1, trace [0-9a-f]{16}\)\n/);
  expect(stdout).toContain('ok    promoted orders-b');
});

test('simulate fails for them, and names the scenario file in JSON and JUnit', () => {
  const json = run('simulate', '--format', 'json', 'tests/fail.scenario.yml');
  expect(json.status).toBe(1);
  expect(JSON.parse(json.stdout).runs).toMatchObject([
    { file: 'tests/fail.scenario.yml', scenario: 'crash', expectations: [{ outcome: 'fail' }] },
  ]);
  const junit = run('simulate', '--format', 'junit', 'tests/fail.scenario.yml');
  expect(junit.stdout).toContain('tests/fail.scenario.yml:5: promoted orders-c');
});

test('the same scenario plays the same beside its blueprint and in it', () => {
  const inside = orders.replace(/scenarios:[\s\S]*/, crash('', 'orders-b').replace(/^design.*\n/, ''));
  folder.write('inside/orders.aurora.yaml', inside);
  const hashOf = (file: string) => JSON.parse(run('simulate', '--format', 'json', file).stdout).runs[0].traceHash;
  expect(hashOf('pass.scenario.yaml')).toBe(hashOf('inside/orders.aurora.yaml'));
});

test('a folder is played and judged with its scenario files', () => {
  const { stdout } = run('simulate', '--format', 'json', 'tests', 'pass.scenario.yaml');
  expect(JSON.parse(stdout).runs.map(({ file }: { file: string }) => file)).toEqual([
    'tests/fail.scenario.yml',
    'pass.scenario.yaml',
  ]);
  const { files } = JSON.parse(run('check', '--format', 'json', 'tests').stdout);
  expect(files).toMatchObject([{ file: 'tests/fail.scenario.yml', kind: 'scenarios' }]);
});
