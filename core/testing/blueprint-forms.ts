import { parse, stringify } from 'yaml';

/** Forms of one blueprint that mean the same: whatever reads or edits one has to do as well with the others. */
export const blueprintForms: readonly (readonly [name: string, form: (text: string) => string])[] = [
  ['as written', (text) => text],
  ['with a comment on every line', (text) => text.replace(/\n/g, () => ' # kept\n')],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a BOM', (text) => `\ufeff${text}`],
  ['as block YAML', (text) => stringify(parse(text))],
  ['as flow YAML', (text) => stringify(parse(text), { collectionStyle: 'flow', lineWidth: 0 })],
  ['as JSON', (text) => JSON.stringify(parse(text), null, 2)],
];
