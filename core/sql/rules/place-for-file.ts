import type { Range } from '../../text/range.ts';
import { placeOfNamedDesign } from '../dialect.ts';
import { shiftRange } from '../shift-finding.ts';
import type { SqlFileSubject } from '../sql-rule.ts';

/** Where something is said about a whole file: at the design that it names, its first ML call, or its first line. */
export function placeForFile({ text, statements }: SqlFileSubject): Range {
  const calls = statements.flatMap(({ calls, offset }) => calls.map(({ nameRange }) => shiftRange(nameRange, offset)));
  return placeOfNamedDesign(text) ?? calls[0] ?? { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}
