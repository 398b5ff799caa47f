import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../server/bin/aurora-blueprint.js', import.meta.url));
const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** What a call of the real command line printed, and how it ended. */
export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in the checkout, or in another folder. */
export function runCli(args: readonly string[], cwd = checkout): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}
