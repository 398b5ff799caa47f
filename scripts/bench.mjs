// Measures what a person waits for, and prints it: waking up, memory, keystrokes, sizes. Nothing is judged here.

import { measureEditor } from './bench/editor.mjs';
import { measureKeystrokes } from './bench/keystrokes.mjs';
import { measureSizes } from './bench/sizes.mjs';
import { installDependencies } from './dependencies.mjs';
import { packageExtension } from './package.mjs';
import { runScript } from './progress.mjs';

await runScript(async () => {
  await installDependencies();
  await packageExtension();
  const rows = [...(await measureSizes()), ...(await measureKeystrokes()), ...(await measureEditor())];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, figure] of rows) console.log(`${name.padEnd(width)}  ${figure}`);
  return 0;
});
