import type { Design } from '../../design/design.ts';
import type { AliasFunction } from '../../sql/declarations/alias-function.ts';
import { callableOfSignature } from './callable.ts';
import { callableText } from './callable-text.ts';
import { endpointAsMarkdown } from './endpoint-documentation.ts';
import { aliasAsMarkdown, sqlBlock } from './function-documentation.ts';
import { modelAsMarkdown } from './model-documentation.ts';

/** A function made with ALIAS: how it is called, which endpoint or model it stands for, and what holds for the service. */
export function aliasFunctionAsMarkdown(one: AliasFunction, design: Design | undefined): string {
  const { alias, target, signature } = one;
  return [
    sqlBlock(callableText(callableOfSignature(signature)).label),
    ...(target === undefined ? [] : [targetAsMarkdown(one, target.name, design)]),
    aliasAsMarkdown(alias, design),
  ].join('\n\n');
}

function targetAsMarkdown({ alias }: AliasFunction, name: string, design: Design | undefined): string {
  return `Stands for: ${alias.service === 'SageMaker' ? endpointAsMarkdown(design, name) : modelAsMarkdown(name)}`;
}
