import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('simulate prints the run of the example that the README shows', () => {
  const [, args = '', printed = ''] = /^\$ npx aurora-blueprint (simulate .*)\n([\s\S]*?)\n```$/m.exec(readme) ?? [];
  expect(printed).not.toBe('');
  const { status, stdout } = runCli(args.split(' '));
  expect(status).toBe(0);
  expect(stdout.startsWith(`${printed}\n\n`), stdout).toBe(true);
});
