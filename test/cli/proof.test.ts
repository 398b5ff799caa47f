import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';
import { blueprintWith, reader } from './two-instances.ts';

test('a finding about an objective carries the failure that proves it, as a scenario that fails until it is mended', () => {
  const objectives = 'objectives: { writerRecovery: 60s, survive: [instance, az] }\n';
  const folder = makeFolder({ 'orders.aurora.yaml': blueprintWith('', objectives) });
  const { stdout } = runCli(['check', 'orders.aurora.yaml', '--format', 'json'], folder.path);
  const { findings } = JSON.parse(stdout).files[0];
  const proven = findings.filter(({ proof }: { proof?: object }) => proof !== undefined);
  expect(proven.map(({ rule, proof }: { rule: string; proof: { faults: object } }) => [rule, proof.faults])).toEqual([
    ['SIM003', [{ kind: 'instance', target: 'orders-a' }]],
    ['SIM002', [{ kind: 'az', target: 'us-east-1a' }]],
  ]);
  const scenarios = proven.map(({ proof }: { proof: { scenario: object } }) => JSON.stringify(proof.scenario));
  const pasted = `scenarios: [${scenarios.join(', ')}]\n`;
  folder.write('broken.aurora.yaml', blueprintWith('', pasted));
  folder.write('mended.aurora.yaml', blueprintWith(reader, pasted));
  const outcomesOf = (file: string) => {
    const { runs } = JSON.parse(runCli(['simulate', file, '--format', 'json'], folder.path).stdout);
    return runs.flatMap(({ expectations }: { expectations: readonly { outcome: string }[] }) =>
      expectations.map(({ outcome }) => outcome),
    );
  };
  expect(outcomesOf('broken.aurora.yaml')).toEqual(['fail', 'fail']);
  expect(outcomesOf('mended.aurora.yaml')).toEqual(['pass', 'pass']);
});
