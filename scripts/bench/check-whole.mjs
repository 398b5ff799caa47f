import { spread } from './figure.mjs';
import { loadBench } from './load-bench.mjs';
import { longBlueprint } from './long-blueprint.mjs';
import { longTemplate } from './long-template.mjs';

/** Until the code is compiled by then, as in a server that has been running for a while. */
const warmUps = 50;
const runs = 100;

/**
 * How long it takes to read and check a whole text, inside a process that has done so before.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureCheckWhole() {
  /** @type {Record<'checkWholeBlueprint' | 'checkWholeTemplate', (text: string) => void>} */
  const { checkWholeBlueprint, checkWholeTemplate } = await loadBench('check-whole', [
    'checkWholeBlueprint',
    'checkWholeTemplate',
  ]);
  return [
    ...[1000, 5000].map((lines) => measure('blueprint', lines, longBlueprint(lines), checkWholeBlueprint)),
    ...[1000, 5000].map((lines) => measure('template', lines, longTemplate(lines), checkWholeTemplate)),
  ];
}

/**
 * @param {string} kind
 * @param {number} lines
 * @param {string} text
 * @param {(text: string) => void} check
 */
function measure(kind, lines, text, check) {
  for (let run = 0; run < (warmUps * 1000) / lines; run++) check(text);
  const times = Array.from({ length: (runs * 1000) / lines }, () => {
    const start = performance.now();
    check(text);
    return performance.now() - start;
  });
  return { name: `check a whole ${kind} of ${lines} lines, warm`, unit: 'ms', values: spread(times) };
}
