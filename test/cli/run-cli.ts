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

export interface CliCall {
  /** Environment variables beside those of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** What standard input says. */
  readonly input?: string;
}

/** Runs the built command line in the checkout, or in another folder. */
export function runCli(args: readonly string[], cwd = checkout, { env = {}, input }: CliCall = {}): CliRun {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...own } = process.env;
  const options = {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...own, ...env },
    ...(input === undefined ? {} : { input }),
  } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], options);
  return { status, stdout, stderr };
}
