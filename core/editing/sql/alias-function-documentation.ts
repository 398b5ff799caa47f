import type { AliasFunction } from '../../sql/declarations/alias-function.ts';
import { callableOfSignature } from './callable.ts';
import { callableText } from './callable-text.ts';
import { aliasAsMarkdown, sqlBlock } from './function-documentation.ts';
import type { SqlDocument } from './sql-document.ts';
import { aliasStandsFor } from './stands-for.ts';

/** A function made with ALIAS: how it is called, which endpoint or model it stands for, and what holds for the service. */
export function aliasFunctionAsMarkdown(one: AliasFunction, document: SqlDocument): string {
  const target = aliasStandsFor(one, document);
  return [
    sqlBlock(callableText(callableOfSignature(one.signature)).text),
    ...(target === undefined ? [] : [target]),
    aliasAsMarkdown(one.alias, document.design),
  ].join('\n\n');
}
