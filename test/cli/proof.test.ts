import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

const blueprint = (instances: string, rest: string) => `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
${instances}${rest}`;

const reader = '    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }\n';

test('a finding about an objective carries the failure that proves it, as a scenario that fails until it is mended', () => {
  const objectives = 'objectives: { writerRecovery: 60s, survive: [instance, az] }\n';
  const folder = makeFolder({ 'orders.aurora.yaml': blueprint('', objectives) });
  const { stdout } = runCli(['check', 'orders.aurora.yaml', '--format', 'json'], folder.path);
  const { findings } = JSON.parse(stdout).files[0];
  const proven = findings.filter(({ proof }: { proof?: object }) => proof !== undefined);
  expect(proven.map(({ rule, proof }: { rule: string; proof: { faults: object } }) => [rule, proof.faults])).toEqual([
    ['SIM003', [{ kind: 'instance', target: 'orders-a' }]],
    ['SIM002', [{ kind: 'az', target: 'us-east-1a' }]],
  ]);
  const scenarios = proven.map(({ proof }: { proof: { scenario: object } }) => JSON.stringify(proof.scenario));
  const pasted = `scenarios: [${scenarios.join(', ')}]\n`;
  folder.write('broken.aurora.yaml', blueprint('', pasted));
  folder.write('mended.aurora.yaml', blueprint(reader, pasted));
  const outcomesOf = (file: string) => {
    const { runs } = JSON.parse(runCli(['simulate', file, '--format', 'json'], folder.path).stdout);
    return runs.flatMap(({ expectations }: { expectations: readonly { outcome: string }[] }) =>
      expectations.map(({ outcome }) => outcome),
    );
  };
  expect(outcomesOf('broken.aurora.yaml')).toEqual(['fail', 'fail']);
  expect(outcomesOf('mended.aurora.yaml')).toEqual(['pass', 'pass']);
});
