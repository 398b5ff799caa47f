import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { runInServer } from '../test-suites/server-host.mjs';

/** Often enough that one slow start does not decide. */
const runs = 5;

/**
 * What waking up takes in a real extension host, and the memory of its processes with the examples open.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureEditor() {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-bench-'));
  try {
    const tests = await bundleMeasurement(folder);
    const workspace = join(folder, 'workspace');
    await cp(join(checkout, 'examples'), workspace, { recursive: true });
    const orders = await readFile(join(workspace, 'orders.aurora.yaml'), 'utf8');
    await writeFile(
      join(workspace, 'faulty.aurora.yaml'),
      orders.replace('backupRetentionPeriod: 14', 'backupRetentionPeriod: 99'),
    );
    /** @type {Record<string, number>[]} */
    const reports = [];
    for (let run = 0; run < runs; run++) {
      await runInServer({ workspace, extension: checkout, tests });
      reports.push(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
    }
    return [
      summary('activate()', 'ms', reports, 'activation'),
      summary('open a blueprint to its first finding, server started', 'ms', reports, 'firstFinding'),
      summary('memory of the language server', 'MiB', reports, 'languageServer'),
      summary('memory of the extension host', 'MiB', reports, 'extensionHost'),
      summary('of it since before activation', 'MiB', reports, 'extensionHostAdded'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function bundleMeasurement(folder) {
  const esbuild = await import('esbuild');
  const outfile = join(folder, 'in-extension-host.cjs');
  await esbuild.build({
    absWorkingDir: checkout,
    entryPoints: ['test/bench/in-extension-host.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
  });
  return outfile;
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {Record<string, number>[]} reports
 * @param {string} key
 * @returns {import('./figure.mjs').Figure}
 */
function summary(name, unit, reports, key) {
  const figures = reports.map((report) => report[key] ?? Number.NaN).sort((a, b) => a - b);
  const [least, median, most] = [figures[0], figures[Math.floor(runs / 2)], figures.at(-1)];
  return { name, unit, values: { median: median ?? 0, least: least ?? 0, most: most ?? 0 }, remark: `${runs} runs` };
}
