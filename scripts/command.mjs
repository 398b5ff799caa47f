import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** A command that ended with another status than 0; `output` is what it printed. */
export class CommandError extends Error {
  /**
   * @param {string} command
   * @param {number | null} status
   * @param {string} output
   */
  constructor(command, status, output) {
    super(`${command} ended with status ${status}\n${output.trimEnd().split('\n').slice(-40).join('\n')}`);
    this.output = output;
  }
}

/**
 * Runs a command quietly and resolves with what it printed on standard output and error.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 * @throws {CommandError} when the command fails or cannot be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => reject(new CommandError(command, null, error.message)));
    child.on('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new CommandError([command, ...args].join(' '), status, output));
    });
  });
}

/**
 * Runs a command whose output a person should see as it comes, and resolves with its exit status (1 when a signal
 * ended it).
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runVisibly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/**
 * The full path of a program on PATH, or undefined.
 *
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
export async function findProgram(name) {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory, name);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

/** @param {string} path */
export async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
