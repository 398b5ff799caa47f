import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const json = (...args: string[]) => JSON.parse(runCli(['durability', ...args, '--format', 'json']).stdout);

test('durability prints exact figures and what they rest on', () => {
  const { results, assumptions } = json('--mttf', '100h', '--mttr', '1h');
  expect(results.pWriteLoss_T).toBeCloseTo(0.38448493014297974, 12);
  expect(results.meanTimeToReadLoss_h).toBeCloseTo(1787261.6666666667, 6);
  expect(assumptions).toContainEqual(expect.objectContaining({ name: 'mttf', basis: 'assumed' }));
});

test('a blueprint says how many groups its volume has', () => {
  const { results } = json('examples/orders.aurora.yaml', '--given-az-outage', '2h');
  expect(Object.keys(results.fleet_pAnyPG)).toEqual(['410']);
  expect(results.pVolumeWriteStall_given_outage).toBeGreaterThan(0);
});

test('times take decimals and are not rounded', () => {
  expect(json('--mttr', '0.002777777777777778h').results).toEqual(json().results);
  expect(json('--mttr', '0.00027h').results.segmentUnavailability_q).toBe(0.00027 / (8766 + 0.00027));
});

test('AZs that fail are shared by all groups: nothing is multiplied', () => {
  const { status, stdout } = runCli(['durability', '--pgs', '6554', '--az-model', 'outage']);
  expect(stdout).toContain('what holds for one is not multiplied');
  expect(status).toBe(0);
  expect(json('--pgs', '6554', '--az-model', 'outage').results).not.toHaveProperty('fleet_pAnyPG');
});

test('figures that make no sense are refused, each with what to do', () => {
  const { status, stderr } = runCli(['durability', '--write-quorum', '7', '--given-az-outage', '2h']);
  expect(stderr).toContain('The write quorum is a whole number, at most all copies.');
  expect(stderr).toContain('--given-az-outage needs --pgs or a blueprint');
  expect(status).toBe(2);
  expect(runCli(['durability', '--mttf', 'soon']).stderr).toContain('Write a time such as 10s, 2h or 365d.');
});

test('estimates stand beside the exact figures, with their errors', () => {
  const { estimates } = json('--monte-carlo', '1000000000', '--importance-sampling', '100000', '--seed', '3');
  expect(estimates.monteCarlo.writeLosses).toMatchObject({ count: 0, low: 0 });
  expect(estimates.monteCarlo.writeLosses.high).toBeGreaterThan(0);
  expect(estimates.importanceSampling.write.relativeError).toBeLessThan(0.01);
  expect(runCli(['durability', '--monte-carlo', '9', '--az-model', 'shock']).status).toBe(2);
});
