import { type Explanation, explain, explainAll } from '@aurora-blueprint/core/rules/explain.ts';
import { type Command, Option } from 'commander';
import { UsageError } from './exit-status.ts';
import { explanationAsText } from './explain-text.ts';

interface ExplainOptions {
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

/** `explain`: why a rule exists, where its facts come from, and what it speaks on. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('Explains a rule.')
    .argument('[rule]', 'id of a rule, such as AUR101')
    .option('--all', 'every rule')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action((id: string | undefined, { all, format }: ExplainOptions) => {
      const chosen = all === true ? explainAll() : [findRule(id)];
      if (format === 'json') process.stdout.write(`${JSON.stringify(all === true ? chosen : chosen[0], null, 2)}\n`);
      else process.stdout.write(chosen.map(explanationAsText).join('\n'));
    });
}

function findRule(id: string | undefined): Explanation {
  if (id === undefined) throw new UsageError('Name a rule, such as AUR101, or say --all.');
  const found = explain(id);
  if (found === undefined) throw new UsageError(`There is no rule ${id}. "aurora-blueprint explain --all" lists them.`);
  return found;
}
