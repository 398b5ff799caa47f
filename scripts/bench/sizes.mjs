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
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureSizes() {
  const unit = 'KiB';
  /** @type {import('./figure.mjs').Figure[]} */
  const figures = [{ name: 'package (.vsix)', unit, values: { size: (await readFile(vsix)).length / 1024 } }];
  for (const name of bundles) {
    const code = await readFile(join(checkout, name));
    figures.push({ name, unit, values: { size: code.length / 1024, gzipped: gzipSync(code).length / 1024 } });
  }
  return figures;
}
