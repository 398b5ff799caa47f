import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const execute = promisify(execFile);
const driver = fileURLToPath(new URL('neovim-session.lua', import.meta.url));
/** Where npm puts the command of the checkout. */
const commands = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));

export interface Session {
  /** The init.lua of the person. */
  readonly init: string;
  /** The files of the repository at whose root Neovim starts, by name; the first is opened. */
  readonly files: Readonly<Record<string, string>>;
  /** Lua that gets the `person` of neovim-session.lua. */
  readonly steps: string;
}

/** Starts Neovim without a screen, with nothing but an init.lua, and resolves with what the steps return. */
export async function inNeovim<Result>({ init, files, steps }: Session): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'neovim-'));
  try {
    const folder = join(home, 'folder');
    mkdirSync(join(folder, '.git'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const at = (name: string) => join(home, name);
    writeFileSync(at('init.lua'), init);
    writeFileSync(at('steps.lua'), `local person = ...\n${steps}`);
    const args = ['--headless', '-u', at('init.lua'), '-i', 'NONE', '-n', Object.keys(files)[0] ?? '', '-S', driver];
    const { PATH = '' } = process.env;
    const env = {
      ...process.env,
      PATH: [commands, PATH].join(delimiter),
      SESSION: at('steps.lua'),
      OUTCOME: at('outcome.json'),
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_STATE_HOME: home,
      XDG_CACHE_HOME: home,
    };
    const { stderr } = await execute(inject('neovim').path, args, { cwd: folder, env, timeout: 50_000 });
    const { result, problem = stderr } = JSON.parse(readFileSync(at('outcome.json'), 'utf8'));
    if (result === undefined) throw new Error(problem);
    return result;
  } finally {
    rmSync(home, { recursive: true });
  }
}
