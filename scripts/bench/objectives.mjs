import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../checkout.mjs';
import { spread } from './figure.mjs';

const warmUps = 50;
const runs = 200;

/**
 * How long it takes to judge the objectives of a design of 16 instances with two secondary Regions by every single and
 * double fault, cold and warm. All of them are met, so that no fault ends the search early.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureObjectives() {
  const judge = (await loadJudge())(largeDesign());
  const times = Array.from({ length: 1 + warmUps + runs }, () => {
    const start = performance.now();
    judge();
    return performance.now() - start;
  });
  const name = 'judge objectives by all double faults, 16 instances and two secondaries';
  return [
    { name: `${name}, the first time`, unit: 'ms', values: { once: times[0] ?? Number.NaN } },
    { name: `${name}, warm`, unit: 'ms', values: spread(times.slice(1 + warmUps)) },
  ];
}

function largeDesign() {
  const secondaries = ['eu-west-1', 'ap-southeast-1'].map((region) => `  - ${clusterIn(region, 4)}\n`);
  return `aurora: 1
name: orders
engine: aurora-postgresql
primary: ${clusterIn('us-east-1', 16)}
secondaries:
${secondaries.join('')}objectives: { writerRecovery: 60s, dataLoss: 0s, regionRecovery: 10m, regionDataLoss: 5s, survive: [instance, az, az+1, segment, region] }
`;
}

/**
 * @param {string} region
 * @param {number} count
 */
function clusterIn(region, count) {
  const instances = Array.from({ length: count }, (_, index) => {
    const zone = `${region}${'abc'[index % 3]}`;
    return `{ id: ${region}-${index}, class: db.r7g.large, availabilityZone: ${zone}, promotionTier: ${index} }`;
  });
  return `{ region: ${region}, clusterIdentifier: ${region}, instances: [${instances.join(', ')}] }`;
}

/** @returns {Promise<(text: string) => () => number>} */
async function loadJudge() {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-bench-'));
  try {
    const esbuild = await import('esbuild');
    const { languageServer } = await import('../bundles.mjs');
    const entryPoints = { objectives: 'test/bench/objectives.ts' };
    await esbuild.build({ ...languageServer, entryPoints, outdir: folder, absWorkingDir: checkout });
    const { judgeObjectivesOf } = await import(pathToFileURL(join(folder, 'objectives.js')).href);
    return judgeObjectivesOf;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
