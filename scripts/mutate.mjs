// npm run mutate: changes every condition of every rule over designs, one at a time, and says which changes no test notices.

import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';

const folder = await mkdtemp(join(tmpdir(), 'aurora-mutation-'));
try {
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(checkout, 'scripts', 'mutation', 'vitest.config.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...process.argv.slice(2)], {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, AURORA_MUTATION_FOLDER: folder },
  });
  await report(folder);
  process.exitCode = status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** @param {string} folder */
async function report(folder) {
  /** @type {import('./mutation/instrumented-rules.mjs').Mutant[]} */
  const mutants = JSON.parse(await readFile(join(folder, 'mutants.json'), 'utf8'));
  const noticed = new Set();
  const reached = new Set();
  const atImport = new Set();
  for (const file of await readdir(folder)) {
    if (!file.startsWith('of-')) continue;
    const part = JSON.parse(await readFile(join(folder, file), 'utf8'));
    for (const id of part.noticed) noticed.add(id);
    for (const id of part.reached) reached.add(id);
    for (const id of part.atImport) atImport.add(id);
  }
  const judged = mutants.filter(({ id }) => reached.has(id) || !atImport.has(id));
  for (const mutant of judged) {
    if (noticed.has(mutant.id)) continue;
    const { file, line, mutator, original, replacement } = mutant;
    const oneLine = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').slice(0, 100);
    console.log(`${file}:${line} ${mutator}${reached.has(mutant.id) ? '' : ' (no test gets there)'}`);
    console.log(`  - ${oneLine(original)}\n  + ${oneLine(replacement)}`);
  }
  const score = (100 * noticed.size) / judged.length;
  console.log(`${noticed.size} of ${judged.length} mutants noticed: ${score.toFixed(1)} %`);
}
