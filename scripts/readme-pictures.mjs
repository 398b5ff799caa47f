// Takes the pictures of the README from a real window: docs/images/*.png.
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { runVisibly } from './command.mjs';
import { runScript } from './progress.mjs';

await runScript(async () => {
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join('scripts', 'readme-pictures', 'vitest.config.ts');
  return runVisibly(process.execPath, [vitest, 'run', '--config', config], { cwd: checkout });
});
