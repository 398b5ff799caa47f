import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const orders = 'examples/orders.aurora.yaml';

test('simulate plays the scenarios of a blueprint and judges what they expect', () => {
  const { status, stdout } = runCli(['simulate', orders, '--format', 'json']);
  const { runs } = JSON.parse(stdout);
  expect(runs[0]).toMatchObject({
    scenario: 'lose an AZ, then one more storage node',
    seed: 7,
    verdict: { promoted: 'orders-b', dataLossSeconds: 0 },
    violations: [],
  });
  expect(runs[0].expectations.every(({ outcome }: { outcome: string }) => outcome === 'pass')).toBe(true);
  expect(status).toBe(0);
});

test('simulate gives the same bytes for the same seed, and another trace for another', () => {
  const first = runCli(['simulate', orders, '--seed', '3', '--format', 'json']).stdout;
  expect(runCli(['simulate', orders, '--seed', '3', '--format', 'json']).stdout).toBe(first);
  const other = runCli(['simulate', orders, '--seed', '4', '--format', 'json']).stdout;
  expect(JSON.parse(other).runs[0].traceHash).not.toBe(JSON.parse(first).runs[0].traceHash);
});

test('simulate names the scenario a person most likely meant', () => {
  const { status, stderr } = runCli(['simulate', orders, '--scenario', 'lose an AZ, then one more storage nod']);
  expect(stderr).toContain('did you mean lose an AZ, then one more storage node?');
  expect(status).toBe(2);
});

test('topology draws the same SVG each time', () => {
  const { status, stdout } = runCli(['topology', orders]);
  expect(stdout).toMatch(/^<svg /);
  expect(stdout).toContain('orders-a');
  expect(runCli(['topology', orders]).stdout).toBe(stdout);
  expect(status).toBe(0);
});

test('topology gives Mermaid for a README', () => {
  expect(runCli(['topology', orders, '--format', 'mermaid']).stdout).toMatch(/^flowchart /);
});

test('explain says why a rule exists and where its facts come from', () => {
  const { status, stdout } = runCli(['explain', 'aur301']);
  expect(stdout).toContain('AUR301');
  expect(stdout).toContain('Amazon Aurora User Guide');
  expect(status).toBe(0);
});

test('explain --all lists every rule with a source, an example and whether it has a fix', () => {
  const rules = JSON.parse(runCli(['explain', '--all', '--format', 'json']).stdout);
  expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule).toMatchObject({ title: expect.any(String), reason: expect.any(String), fixable: expect.any(Boolean) });
  }
});

test('explain says so when there is no such rule', () => {
  const { status, stderr } = runCli(['explain', 'AUR9999']);
  expect(stderr).toContain('There is no rule AUR9999');
  expect(status).toBe(2);
});
