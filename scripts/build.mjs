// Builds what the extension and the command line run: compiled facts and the bundles. `--watch` builds again on every change.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles } from './bundles.mjs';
import { checkout } from './checkout.mjs';
import { runScript, SetupError, step } from './progress.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** Builds everything into `server/dist` and `client/dist`. */
export async function build() {
  await step('Building', async () => {
    const options = await prepare();
    const esbuild = await import('esbuild');
    const results = await Promise.allSettled(
      options.map((bundle) => esbuild.build({ ...bundle, metafile: /** @type {const} */ (true) })),
    );
    const built = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    if (built.length < results.length) {
      throw new SetupError('The sources could not be bundled: the errors are above.');
    }
    const notices = await thirdPartyNotices(built.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
    await writeFile(join(checkout, 'client', 'dist', 'THIRD-PARTY-NOTICES.txt'), notices);
  });
}

/** @returns {Promise<number>} */
async function watch() {
  const options = await prepare();
  const esbuild = await import('esbuild');
  await Promise.all(options.map(async (bundle) => (await esbuild.context(bundle)).watch()));
  console.log('Building on every change; Ctrl-C ends it.');
  return 0;
}

/** Compiles the facts, empties the output folders, and resolves with the bundles to build. */
async function prepare() {
  const { compileFacts } = await import('./compile-facts.mjs');
  compileFacts();
  const folders = bundles.map((bundle) => join(checkout, bundle.outdir ?? ''));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  return bundles.map((bundle) => ({ ...bundle, absWorkingDir: checkout }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => (process.argv.includes('--watch') ? watch() : build().then(() => 0)));
}
