import type { SqlAnalysis } from '../../sql/analyze.ts';
import { literalText } from '../../sql/ml-call.ts';
import type { Range } from '../../text/range.ts';
import { type Mention, NameIndex } from './name.ts';
import { NameTable } from './name-table.ts';

/** The SageMaker endpoints that an SQL text names in literals: in calls of PostgreSQL, in functions of MySQL. */
export function sqlNames(text: string, { statements }: SqlAnalysis): NameIndex {
  const table = new NameTable<Mention>();
  const note = (value: string, range: Range) =>
    table.mention('sageMakerEndpoint', value, '', mentionOf(text, value, range));
  for (const { calls, alias } of statements) {
    if (alias?.alias.service === 'SageMaker' && alias.target !== undefined) {
      note(alias.target.name, alias.target.range);
    }
    for (const argument of calls.flatMap((call) => call.arguments)) {
      const literal = argument.parameter?.role === 'endpoint' ? literalText(argument) : undefined;
      if (literal !== undefined) note(literal.value, literal.range);
    }
  }
  return new NameIndex(table.names);
}

/** Only a literal in plain quotes, without escapes, gets another name in place. */
function mentionOf(text: string, value: string, whole: Range): Mention {
  const written = text.slice(whole.start, whole.end);
  if (written !== `'${value}'` && written !== `"${value}"`) {
    return { range: whole, role: 'reference', writing: 'fixed', whole };
  }
  return { range: { start: whole.start + 1, end: whole.end - 1 }, role: 'reference', writing: 'part', whole };
}
