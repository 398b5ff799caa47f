// Compiles the fact files (YAML with sources) to TypeScript modules, so that a rule that reads `limits.backup_retention.max`
// is checked by the compiler and bundles carry only the facts they use.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const facts = fileURLToPath(new URL('../core/facts/', import.meta.url));

/**
 * A list of facts becomes one export per fact, under its id.
 *
 * @param {string} name
 * @param {{ id: string }[]} list
 */
function factModule(name, list) {
  const exports = list.map((fact) => {
    const value = { ...fact, id: `${name}:${fact.id}` };
    return `export const ${fact.id} = ${JSON.stringify(value)} as const;`;
  });
  return `${exports.join('\n')}\n`;
}

/**
 * Anything else becomes one constant.
 *
 * @param {unknown} value
 */
function catalogueModule(value) {
  return `export const catalogue = ${JSON.stringify(value)} as const;\n`;
}

export function compileFacts() {
  mkdirSync(join(facts, 'generated'), { recursive: true });
  for (const file of readdirSync(join(facts, 'data')).sort()) {
    const name = file.replace(/\.yaml$/, '');
    const content = parse(readFileSync(join(facts, 'data', file), 'utf8'));
    const module = Array.isArray(content) ? factModule(name, content) : catalogueModule(content);
    const target = join(facts, 'generated', `${name}.ts`);
    const current = readFileSync(target, { encoding: 'utf8', flag: 'a+' });
    if (current !== module) writeFileSync(target, module);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileFacts();
