import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkout, vsix } from '../checkout.mjs';

const bundles = [
  'client/dist/extension.cjs',
  'server/dist/lsp.js',
  'client/dist/webview/stage.js',
  'client/dist/webview/preview.js',
];

/**
 * How large the package and its bundles are.
 *
 * @returns {Promise<[name: string, figure: string][]>}
 */
export async function measureSizes() {
  /** @type {[string, string][]} */
  const rows = [['package (.vsix)', inKib((await readFile(vsix)).length)]];
  for (const bundle of bundles) {
    const code = await readFile(join(checkout, bundle));
    rows.push([bundle, `${inKib(code.length)}, ${inKib(gzipSync(code).length)} gzipped`]);
  }
  return rows;
}

/** @param {number} bytes */
function inKib(bytes) {
  return `${Math.round(bytes / 1024)} KiB`;
}
