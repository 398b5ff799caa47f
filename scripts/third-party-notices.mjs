import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';

/**
 * The licences of the packages whose code is in the bundles, as their authors ask to have them passed on.
 *
 * @param {string[]} inputs files that went into the bundles, relative to the checkout
 * @returns {Promise<string>}
 */
export async function thirdPartyNotices(inputs) {
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []));
  const notices = await Promise.all([...folders].sort().map((folder) => noticeOf(join(checkout, folder))));
  return `${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} input */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** What is compiled into a package though its own files do not say so, in a file under the package's name. */
const additions = join(checkout, 'scripts', 'notices');

/** @param {string} folder */
async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const added = (await readdir(additions)).filter((file) => file === `${name}.txt`);
  texts.push(...(await Promise.all(added.map((file) => readFile(join(additions, file), 'utf8')))));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim()), ''].join('\n\n');
}
