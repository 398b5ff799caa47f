// Packages the extension into dist/aurora-blueprint.vsix, as it would be published.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { checkout, vsix } from './checkout.mjs';
import { run } from './command.mjs';
import { runScript, step } from './progress.mjs';

/** Builds the extension and packages it. What goes in is listed in `.vscodeignore`. */
export async function packageExtension() {
  await build();
  await step('Packaging the extension', async () => {
    await mkdir(dirname(vsix), { recursive: true });
    const vsce = join(checkout, 'node_modules', '@vscode', 'vsce', 'vsce');
    const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
    await run(process.execPath, [vsce, 'package', ...flags], { cwd: checkout });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await packageExtension();
    return 0;
  });
}
