import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../checkout.mjs';

/**
 * The functions and classes that a file of test/bench exports, bundled as the language server is. Those that the caller
 * names have to be there; their types are the caller's word.
 *
 * @template {object} Bench
 * @param {string} name of the file
 * @param {readonly (keyof Bench & string)[]} exported
 * @returns {Promise<Bench>}
 */
export async function loadBench(name, exported) {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-bench-'));
  try {
    const esbuild = await import('esbuild');
    const { languageServer } = await import('../bundles.mjs');
    const entryPoints = { [name]: `test/bench/${name}.ts` };
    await esbuild.build({ ...languageServer, entryPoints, outdir: folder, absWorkingDir: checkout });
    /** @type {Bench} */
    const bench = await import(pathToFileURL(join(folder, `${name}.js`)).href);
    const missing = exported.filter((key) => typeof bench[key] !== 'function');
    if (missing.length > 0) throw new Error(`test/bench/${name}.ts does not export ${missing.join(', ')}.`);
    return bench;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
