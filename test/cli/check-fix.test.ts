import { lstatSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

const spoilt = cluster(`  # Twice a day would be better.
  PreferredBackupWindow: 3.00 - 3.30 # UTC
  backupRetentionPeriod: 40
`);
const mended = cluster(`  # Twice a day would be better.
  preferredBackupWindow: 03:00-03:30 # UTC
  backupRetentionPeriod: 40
`);

describe('check --fix', () => {
  test('writes what takes no decision, keeps comments and mode, and says what is left', () => {
    const folder = makeFolder();
    folder.write('orders.aurora.yaml', spoilt, 0o640);
    const { status, stdout } = runCli(['check', '--fix', 'orders.aurora.yaml'], folder.path);
    expect(folder.read('orders.aurora.yaml')).toBe(mended);
    expect(folder.modeOf('orders.aurora.yaml')).toBe(0o640);
    expect(readdirSync(folder.path)).toEqual(['orders.aurora.yaml']);
    expect(stdout).toContain('orders.aurora.yaml:11:26 error AUR301');
    expect(stdout).toMatch(/\n1 file: 1 error, 0 warnings, 0 infos; 2 findings fixed\n$/);
    expect(status).toBe(1);
  });

  test('changes nothing the second time', () => {
    const folder = makeFolder({ 'orders.aurora.yaml': mended });
    expect(runCli(['check', '--fix', 'orders.aurora.yaml'], folder.path).stdout).toContain('; 0 findings fixed');
    expect(folder.read('orders.aurora.yaml')).toBe(mended);
  });

  test('without it nothing is written, and the summary says what it would mend', () => {
    const folder = makeFolder({ 'orders.aurora.yaml': cluster('  Port: 5432\n') });
    const { stdout } = runCli(['check', '.'], folder.path);
    expect(stdout).toContain('  fix: Rename to port (--fix)\n');
    expect(stdout).toMatch(/; --fix mends 1\n$/);
    expect(folder.read('orders.aurora.yaml')).toBe(cluster('  Port: 5432\n'));
  });

  test('mends blueprints before the SQL they govern, and templates', () => {
    const stack = (log: string) => template(`      EnableCloudwatchLogsExports: [${log}]\n`);
    const roles = (key: string) => `${key}:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/comprehend" }
`;
    const folder = makeFolder({
      'a.sql': "SELECT aws_comprehend.detect_sentiment(body, 'EN') FROM reviews WHERE id < 9; -- mine\n",
      'orders.aurora.yaml': cluster('') + roles('machinelearning'),
      'stack.yaml': stack('Audit'),
    });
    const { status, stdout } = runCli(['check', '--fix', '.', '--format', 'json'], folder.path);
    expect(folder.read('a.sql')).toBe(
      "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews WHERE id < 9; -- mine\n",
    );
    expect(folder.read('orders.aurora.yaml')).toBe(cluster('') + roles('machineLearning'));
    expect(folder.read('stack.yaml')).toBe(stack('audit'));
    expect(JSON.parse(stdout).files).toMatchObject([
      { file: 'a.sql', fixed: 1, findings: [] },
      { file: 'orders.aurora.yaml', fixed: 1, findings: [] },
      { file: 'stack.yaml', fixed: 1 },
    ]);
    expect(status).toBe(0);
  });

  test('writes through a symbolic link', () => {
    const folder = makeFolder({ 'real.aurora.yaml': cluster('  Port: 5432\n') });
    symlinkSync('real.aurora.yaml', join(folder.path, 'link.aurora.yaml'));
    expect(runCli(['check', '--fix', 'link.aurora.yaml'], folder.path).status).toBe(0);
    expect(folder.read('real.aurora.yaml')).toBe(cluster('  port: 5432\n'));
    expect(lstatSync(join(folder.path, 'link.aurora.yaml')).isSymbolicLink()).toBe(true);
  });

  test('keeps line ends and the byte order mark', () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const folder = makeFolder({ 'orders.aurora.yaml': windows(spoilt) });
    runCli(['check', '--fix', 'orders.aurora.yaml'], folder.path);
    expect(folder.read('orders.aurora.yaml')).toBe(windows(mended));
  });

  test('does not touch a file that is not UTF-8', () => {
    const folder = makeFolder();
    const text = Buffer.concat([Buffer.from(cluster('  Port: 5432\n# gr')), Buffer.from([0xfc]), Buffer.from('n\n')]);
    folder.write('orders.aurora.yaml', text);
    const { status, stderr } = runCli(['check', '--fix', 'orders.aurora.yaml'], folder.path);
    expect(stderr).toContain('orders.aurora.yaml cannot be written: it has changed meanwhile, or is not UTF-8');
    expect(folder.bytes('orders.aurora.yaml')).toEqual(text);
    expect(status).toBe(2);
  });
});
