import * as ml from '../../facts/generated/ml.ts';
import { literalText, type MlCall } from '../../sql/calls/ml-call.ts';
import type { AliasFunction } from '../../sql/declarations/alias-function.ts';
import { factsAsMarkdown } from '../markdown.ts';
import { endpointAsMarkdown } from './endpoint-documentation.ts';
import { modelAsMarkdown } from './model-documentation.ts';
import type { SqlDocument } from './sql-document.ts';

/** What a function that people made stands for: the endpoint or model of an ALIAS, the ML calls in a body. As Markdown. */
export function standsFor(document: SqlDocument, name: string): string | undefined {
  const alias = document.sql.declarations.aliasFunction(name);
  return alias === undefined ? routineStandsFor(document, name) : aliasStandsFor(alias, document);
}

/** The endpoint or model that a function made with ALIAS stands for. */
export function aliasStandsFor({ alias, target }: AliasFunction, { design }: SqlDocument): string | undefined {
  if (target === undefined) return undefined;
  return alias.service === 'SageMaker' ? endpointAsMarkdown(design, target.name) : modelAsMarkdown(target.name);
}

function routineStandsFor(document: SqlDocument, name: string): string | undefined {
  const { sql, design } = document;
  const statement = sql.statements.find(({ declared }) => {
    return declared.some((one) => one.kind === 'routine' && one.name === name);
  });
  const calls = statement?.calls.filter(({ signature }) => signature !== undefined) ?? [];
  if (statement === undefined || calls.length === 0) return undefined;
  const written = calls.map((call) => `Calls \`${call.name}\`${targetInWords(call)}.`);
  const endpoints = calls
    .flatMap((call) => argumentText(call, 'endpoint') ?? [])
    .map((one) => endpointAsMarkdown(design, one));
  const isWrapper = statement.declared.some((one) => one.kind === 'routine' && !one.isProcedure);
  const isBatched =
    document.dialect === 'postgresql' && isWrapper && calls.some(({ signature }) => signature?.service !== 'Bedrock');
  return [
    [...new Set(written)].join('  \n'),
    ...new Set(endpoints),
    ...(isBatched ? [factsAsMarkdown([ml.postgresql_batch_function])] : []),
  ].join('\n\n');
}

function targetInWords(call: MlCall): string {
  const target = argumentText(call, 'endpoint') ?? argumentText(call, 'model') ?? call.signature?.target;
  return target === undefined ? '' : ` with \`${target}\``;
}

function argumentText(call: MlCall, role: 'endpoint' | 'model'): string | undefined {
  const argument = call.arguments.find(({ parameter }) => parameter?.role === role);
  return argument && literalText(argument)?.value;
}
