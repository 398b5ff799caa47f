import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../checkout.mjs';

/**
 * What files of test/bench export, bundled as the language server is.
 *
 * @param {string[]} names
 * @returns {Promise<any>}
 */
export async function loadBench(...names) {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-bench-'));
  try {
    const esbuild = await import('esbuild');
    const { languageServer } = await import('../bundles.mjs');
    const entryPoints = Object.fromEntries(names.map((name) => [name, `test/bench/${name}.ts`]));
    await esbuild.build({ ...languageServer, entryPoints, outdir: folder, absWorkingDir: checkout });
    const modules = await Promise.all(names.map((name) => import(pathToFileURL(join(folder, `${name}.js`)).href)));
    return Object.assign({}, ...modules);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
