// Packages the extension into dist/aurora-blueprint.vsix, as it would be published.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.mjs';
import { checkout, vsix } from './checkout.mjs';
import { runScript, step } from './progress.mjs';

/** Builds the extension and packages it. What goes in is listed in `.vscodeignore`. */
export async function packageExtension() {
  await build();
  await step('Packaging the extension', async () => {
    await mkdir(dirname(vsix), { recursive: true });
    await createVSIX({ cwd: checkout, packagePath: vsix, dependencies: false });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await packageExtension();
    return 0;
  });
}
