import * as ml from '../../facts/generated/ml.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import { utf8Length } from '../../text/utf8-length.ts';
import { literalText } from '../calls/ml-call.ts';
import type { SqlReport, SqlSubject } from '../sql-rule.ts';
import { replacement } from './sql-fix.ts';

const { value: mostBytes } = ml.text_size;

/** Reports literal texts that are longer than Comprehend takes. */
export function checkTextSize({ calls, dialect }: SqlSubject, report: SqlReport): void {
  for (const call of calls) {
    if (call.signature?.service !== 'Comprehend') continue;
    const input = call.arguments.find(({ parameter }) => parameter?.role === 'input');
    const text = input && literalText(input);
    const bytes = text === undefined ? 0 : utf8Length(text.value);
    if (text === undefined || bytes <= mostBytes) continue;
    const short = quoted(beginningOf(text.value), dialect);
    const message = `The text has ${bytes} bytes of UTF-8, and Comprehend takes ${mostBytes}: the statement fails. Shorten it.`;
    report(text.range, message, { fixes: [replacement(`Keep the first ${mostBytes} bytes`, text.range, short)] });
  }
}

/** As many whole characters from the beginning as Comprehend takes. */
function beginningOf(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

/** A literal; in MySQL a backslash begins an escape. */
function quoted(text: string, dialect: SqlDialect): string {
  const escaped = dialect === 'mysql' ? text.replaceAll('\\', '\\\\') : text;
  return `'${escaped.replaceAll("'", "''")}'`;
}
