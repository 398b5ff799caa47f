import { mlFunctions, type SqlDialect } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import { isSlipFor } from '../../text/nearest-name.ts';
import { type Suggestion, suggestFunction } from '../calls/mistaken-name.ts';
import type { MlCall } from '../calls/ml-call.ts';
import type { SqlReport, SqlSubject } from '../sql-rule.ts';

const engines: Readonly<Record<SqlDialect, string>> = { postgresql: 'Aurora PostgreSQL', mysql: 'Aurora MySQL' };

/** Reports calls of functions that the dialect does not have and that no statement before defines. */
export function checkUnknownFunction(subject: SqlSubject, report: SqlReport): void {
  for (const call of subject.calls) {
    if (call.signature !== undefined) continue;
    const suggestion = suggestFunction(call.name, subject.dialect);
    const problem = `${engines[subject.dialect]} has no function ${call.name}.`;
    if (suggestion === undefined) {
      report(call.nameRange, problem);
    } else if (suggestion.kind === 'function') {
      const { title, fixes } = replacement(call, suggestion, subject.dialect);
      report(call.nameRange, `${problem} Did you mean ${title}?`, { fixes });
    } else {
      const { service, keyword, target } = suggestion.alias;
      const own = subject.declarations.aliasOfService.get(service)?.signature.name;
      const how = `A function of yours calls ${service}: CREATE FUNCTION … ALIAS ${keyword} ${target} '…'.`;
      report(call.nameRange, `${problem} ${how}`, {
        fixes: own === undefined ? [] : [renameTo(call, own)],
      });
    }
  }
}

/** What to write instead; a single field of a result stands behind the call in brackets. */
function replacement(
  call: MlCall,
  { function: { name }, field }: Suggestion & { kind: 'function' },
  dialect: SqlDialect,
) {
  if (field === undefined) {
    const names = mlFunctions(dialect).map((one) => one.name);
    return { title: name, fixes: [{ ...renameTo(call, name), isSafe: isSlipFor(name, call.name, names) }] };
  }
  const title = `(${name}(…)).${field}`;
  if (!call.closed) return { title, fixes: [] };
  const edits = [
    { range: call.nameRange, newText: `(${name}` },
    { range: { start: call.range.end, end: call.range.end }, newText: `).${field}` },
  ];
  return { title, fixes: [{ title: `Replace with ${title}`, edits }] };
}

function renameTo(call: MlCall, name: string): Fix {
  return { title: `Replace with ${name}`, edits: [{ range: call.nameRange, newText: name }] };
}
