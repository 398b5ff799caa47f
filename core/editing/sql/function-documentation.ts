import type { Design } from '../../design/design.ts';
import type { Fact } from '../../facts/fact.ts';
import * as ml from '../../facts/generated/ml.ts';
import * as pricing from '../../facts/generated/pricing.ts';
import { type MlAlias, type MlService, mlFunctionByName, type SqlDialect } from '../../facts/ml.ts';
import { escapeMarkdown, factsAsMarkdown } from '../markdown.ts';
import type { Callable } from './callable.ts';
import { callableText } from './callable-text.ts';
import { supportInDesign, versionsInWords } from './design-support.ts';

/** What holds for every call of a service: what it may be given, and what is billed. */
const factsOfService: Readonly<Record<MlService, readonly Fact[]>> = {
  Comprehend: [ml.text_size, ml.batch_documents, pricing.comprehend_unit],
  SageMaker: [ml.sagemaker_content_type, ml.sagemaker_body, pricing.sagemaker_inference],
  Bedrock: [ml.bedrock_no_batch],
};

/** A piece of SQL, shown as such. */
export function sqlBlock(code: string): string {
  return `\`\`\`sql\n${code}\n\`\`\``;
}

/** An ML function that Aurora brings: its signature, what it does, its limits, since when, and whether the design has it. */
export function functionAsMarkdown(callable: Callable, dialect: SqlDialect, design: Design | undefined): string {
  const { name, signature } = callable;
  const entry = mlFunctionByName(dialect, name);
  const parts = [sqlBlock(callableText(callable).text)];
  if (signature !== undefined) {
    const { service } = signature;
    parts.push(
      ...(entry === undefined ? [] : [escapeMarkdown(entry.fact)]),
      argumentsInWords(callable),
      `Since: ${versionsInWords(service, dialect)}`,
      ...(design === undefined ? [] : [supportInDesign(design, service)]),
      `**${service}**\n\n${factsAsMarkdown(factsOfService[service])}`,
    );
  }
  return parts.join('\n\n');
}

/** What a function may be an alias of, as the word behind ALIAS. */
export function aliasAsMarkdown(alias: MlAlias, design: Design | undefined): string {
  return [
    `\`${alias.keyword}\``,
    `Since: ${versionsInWords(alias.service, 'mysql')}`,
    ...(design === undefined ? [] : [supportInDesign(design, alias.service)]),
    factsAsMarkdown([alias, ml.mysql_alias_return_types, ...factsOfService[alias.service]]),
  ].join('\n\n');
}

function argumentsInWords({ parameters, signature }: Callable): string {
  const least = parameters.filter(({ optional }) => !optional).length;
  const most = signature?.maximumArguments ?? parameters.length;
  const count = least === most ? `${least}` : `${least} to ${most}`;
  return escapeMarkdown(`Takes ${count} arguments.`);
}
