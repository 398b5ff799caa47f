import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../checkout.mjs';

const schema = pathToFileURL(join(checkout, 'schemas', 'blueprint.schema.json')).href;

/** This server. */
export const ours = {
  args: [join(checkout, 'server', 'bin', 'aurora-blueprint.js'), 'lsp', '--stdio'],
  settings: {},
};

/** yaml-language-server, which checks the same blueprints against the JSON Schema. */
export const theirs = {
  args: [join(checkout, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'), '--stdio'],
  settings: { yaml: { validate: true, schemas: { [schema]: ['*.aurora.yaml'] }, schemaStore: { enable: false } } },
};

export const theirName = '  yaml-language-server, same file, same schema';

/** @param {import('./running-server.mjs').ServerCommand} command */
export function languageOf(command) {
  return command === ours ? 'aurora-blueprint' : 'yaml';
}
