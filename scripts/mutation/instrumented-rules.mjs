import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { checkout } from '../checkout.mjs';

/**
 * A change of one condition of a rule that the tests of the rule must notice.
 *
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} rule such as `AUR101`
 * @property {string} file
 * @property {number} line counts from 1
 * @property {string} mutator
 * @property {string} original
 * @property {string} replacement
 */

/** What is said, and how it is laid out in memory, is no condition. */
const EXCLUDED = ['StringLiteral', 'ObjectLiteral', 'ArrayDeclaration', 'ArrowFunction'];

const silence = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };

/**
 * Every file of a rule over designs with all its mutants in it, of which at most one is active at a time.
 *
 * @returns {Promise<{ sources: Map<string, string>, mutants: Mutant[] }>} sources by their absolute path
 */
export async function instrumentRules() {
  const folder = join(checkout, 'core', 'rules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const rules = files.filter((file) => ruleOf(file) !== undefined).sort();
  const texts = new Map(rules.map((file) => [file, readFileSync(file, 'utf8')]));
  const instrumenter = new Instrumenter(/** @type {never} */ (silence));
  const result = await instrumenter.instrument(
    [...texts].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: EXCLUDED, ignorers: [] },
  );
  return {
    sources: new Map(result.files.map(({ name, content }) => [name, content])),
    mutants: result.mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        rule: ruleOf(fileName) ?? '',
        file: relative(checkout, fileName),
        line: location.start.line + 1,
        mutator: mutatorName,
        original: textAt(texts.get(fileName) ?? '', location),
        replacement: replacement ?? '',
      })),
  };
}

/** @param {string} file */
function ruleOf(file) {
  return /^([a-z]{3}\d{3,4})-.*(?<!\.test)\.ts$/.exec(basename(file))?.[1]?.toUpperCase();
}

/**
 * @param {string} text
 * @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location
 */
function textAt(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column : 0, index === last ? end.column : undefined))
    .join('\n');
}
