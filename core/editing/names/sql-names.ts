import type { SqlAnalysis } from '../../sql/analyze.ts';
import { literalText } from '../../sql/calls/ml-call.ts';
import { shiftRange } from '../../sql/shift-finding.ts';
import type { Range } from '../../text/range.ts';
import { type Mention, NameIndex } from './name.ts';
import { NameTable } from './name-table.ts';
import { collectFunctionNames } from './sql-function-names.ts';

/**
 * The SageMaker endpoints that an SQL text names in literals, in calls of PostgreSQL and in functions of MySQL; and the
 * functions and procedures that statements create, with their calls.
 */
export function sqlNames(sql: SqlAnalysis): NameIndex {
  const table = new NameTable<Mention>();
  collectFunctionNames(sql, table);
  for (const { offset, text, calls, declared } of sql.statements) {
    const note = (value: string, range: Range) =>
      table.mention('sageMakerEndpoint', value, '', mentionOf(text, value, range, offset));
    for (const one of declared) {
      if (one.kind === 'aliasFunction' && one.alias.service === 'SageMaker' && one.target !== undefined) {
        note(one.target.name, one.target.range);
      }
    }
    for (const argument of calls.flatMap((call) => call.arguments)) {
      const literal = argument.parameter?.role === 'endpoint' ? literalText(argument) : undefined;
      if (literal !== undefined) note(literal.value, literal.range);
    }
  }
  return new NameIndex(table.names);
}

/** Only a literal in plain quotes, without escapes, gets another name in place. */
function mentionOf(text: string, value: string, place: Range, offset: number): Mention {
  const written = text.slice(place.start, place.end);
  const whole = shiftRange(place, offset);
  if (written !== `'${value}'` && written !== `"${value}"`) {
    return { range: whole, role: 'reference', writing: 'fixed', whole };
  }
  return { range: { start: whole.start + 1, end: whole.end - 1 }, role: 'reference', writing: 'part', whole };
}
