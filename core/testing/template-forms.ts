import { asJson } from './template-texts.ts';

/** Forms of one template that mean the same: whatever reads or edits one has to do as well with the others. */
export const templateForms: readonly (readonly [name: string, form: (text: string) => string])[] = [
  ['as written', (text) => text],
  ['with a comment on every line', (text) => text.replace(/\n/g, () => ' # kept\n')],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a BOM', (text) => `\ufeff${text}`],
  ['as JSON', asJson],
];
