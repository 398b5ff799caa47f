// Measures what a person waits for, and prints it: waking up, memory, keystrokes, checking, sizes. Nothing is judged here.
// `--json` prints the figures for machines; words choose what is measured: sizes, check, keystrokes, requests, sql, simulation,
// objectives, editor.

import { measureCheckWhole } from './bench/check-whole.mjs';
import { measureEditor } from './bench/editor.mjs';
import { figureText } from './bench/figure.mjs';
import { measureKeystrokes } from './bench/keystrokes.mjs';
import { measureObjectives } from './bench/objectives.mjs';
import { measureRequests } from './bench/requests.mjs';
import { measureSimulation } from './bench/simulation.mjs';
import { measureSizes } from './bench/sizes.mjs';
import { measureSql } from './bench/sql.mjs';
import { installDependencies } from './dependencies.mjs';
import { packageExtension } from './package.mjs';
import { runScript } from './progress.mjs';

/** @type {Record<string, () => Promise<import('./bench/figure.mjs').Figure[]>>} */
const measurements = {
  sizes: measureSizes,
  check: measureCheckWhole,
  keystrokes: measureKeystrokes,
  requests: measureRequests,
  sql: measureSql,
  simulation: measureSimulation,
  objectives: measureObjectives,
  editor: measureEditor,
};

await runScript(async () => {
  await installDependencies();
  await packageExtension();
  const chosen = Object.keys(measurements).filter((name) => process.argv.includes(name));
  const figures = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (chosen.length === 0 || chosen.includes(name)) figures.push(...(await measure()));
  }
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ figures }, null, 2));
  } else {
    const width = Math.max(...figures.map(({ name }) => name.length));
    for (const figure of figures) console.log(`${figure.name.padEnd(width)}  ${figureText(figure)}`);
  }
  return 0;
});
