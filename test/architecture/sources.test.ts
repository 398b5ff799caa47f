import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFiles, textsOf } from './checkout-files.ts';

const sources = textsOf(/\.(ts|tsx|js|mjs|css)$/);

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(100);
});

test('no source has more than 400 lines', () => {
  const long = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }));
  expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
});

test('nothing is left to do in the sources', () => {
  const marker = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`);
  expect(sources.filter(({ text }) => marker.test(text)).map(({ file }) => file)).toEqual([]);
});

test('files are named by what is in them, in kebab-case', () => {
  const drawer = /^(utils?|helpers?|common|misc|shared)$/;
  const names = sources.flatMap(({ file }) => [basename(file).split('.')[0] ?? '', basename(dirname(file))]);
  expect(names.filter((name) => drawer.test(name))).toEqual([]);
  expect(sources.map(({ file }) => basename(file)).filter((name) => /[A-Z_]/.test(name))).toEqual([]);
});

test('no file names a folder of somebody’s machine or a package registry', () => {
  const machine = /(?<![\w.$}-])\/(work|home|root|Users)\/\w|\bregistry\.[a-z0-9-]+\.[a-z]+/;
  const texts = textsOf(/\.(ts|tsx|js|mjs|cjs|css|json|ya?ml|md|sql|svg|npmrc|sh)$|^\.|^LICENSE$/);
  const lines = texts.flatMap(({ file, text }) =>
    text.split('\n').map((line, index) => ({ at: `${file}:${index + 1}`, line })),
  );
  expect(lines.filter(({ line }) => machine.test(line)).map(({ at }) => at)).toEqual([]);
});

test('the lock file says which packages, not where from', () => {
  const [lockfile] = textsOf(/^package-lock\.json$/);
  expect(lockfile?.text).toContain('"integrity"');
  expect(lockfile?.text).not.toMatch(/"resolved": "https?:/);
});

test('what is built is not tracked', () => {
  expect(checkoutFiles.filter((file) => /(^|\/)(dist|generated|node_modules)\//.test(file))).toEqual([]);
});
