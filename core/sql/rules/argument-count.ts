import type { Fix } from '../../rules/finding.ts';
import { isFinished, type MlCall } from '../calls/ml-call.ts';
import { signatureText } from '../calls/signature-text.ts';
import type { SqlReport, SqlSubject } from '../sql-rule.ts';

/**
 * Reports calls with too few or too many arguments, the latter not where a function takes any number; a call that is
 * still being typed is left alone.
 */
export function checkArgumentCount({ calls }: SqlSubject, report: SqlReport): void {
  for (const call of calls) {
    const { signature } = call;
    if (signature === undefined || !isFinished(call) || hasUnknownName(call)) continue;
    const missing = missingParameters(call);
    const wanted = `: ${signatureText(signature)}.`;
    if (missing.length > 0) {
      const names = missing.map((parameter) => parameter.name).join(' and ');
      const verb = missing.length === 1 ? 'is' : 'are';
      report(call.nameRange, `${names} ${verb} missing${wanted}`, { fixes: fixesForMissing(call) });
    } else if (call.arguments.length > signature.maximumArguments && !signature.parameters.at(-1)?.variadic) {
      const count = `${signature.maximumArguments} argument${signature.maximumArguments === 1 ? '' : 's'}`;
      const extra = call.arguments.slice(signature.maximumArguments);
      const range = {
        start: extra[0]?.range.start ?? call.range.start,
        end: extra.at(-1)?.range.end ?? call.range.end,
      };
      report(range, `At most ${count}, not ${call.arguments.length}${wanted}`, { fixes: [removeExtra(call)] });
    }
  }
}

/** Whether the call has every argument it needs, and none with a name that its function lacks. */
export function isComplete(call: MlCall): boolean {
  return isFinished(call) && !hasUnknownName(call) && missingParameters(call).length === 0;
}

function hasUnknownName(call: MlCall): boolean {
  return call.arguments.some((argument) => argument.name !== undefined && argument.parameter === undefined);
}

function missingParameters({ signature, arguments: given }: MlCall) {
  const bound = new Set(given.map((argument) => argument.parameter));
  const required = signature?.parameters.filter((parameter) => !parameter.optional) ?? [];
  return required.filter((parameter) => !bound.has(parameter));
}

/** What can be inserted without knowing the author's data: a language, or the batch size of a SageMaker call. */
function fixesForMissing(call: MlCall): readonly Fix[] {
  const [missing, ...others] = missingParameters(call);
  const last = call.arguments.at(-1);
  if (call.signature === undefined || missing === undefined || others.length > 0 || last === undefined) return [];
  if (missing.role === 'language') {
    const newText = last.name === undefined ? ", 'en'" : `, ${missing.name} => 'en'`;
    const range = { start: last.range.end, end: last.range.end };
    return [{ title: `Add 'en' as ${missing.name}`, edits: [{ range, newText }] }];
  }
  const isShifted = missing.variadic && last.parameter?.role === 'batchSize';
  if (!isShifted || last.value.kind === 'null' || last.value.kind === 'number') return [];
  const range = { start: last.range.start, end: last.range.start };
  return [{ title: `Insert NULL as ${last.parameter.name}`, edits: [{ range, newText: 'NULL, ' }] }];
}

function removeExtra({ arguments: given, signature, range }: MlCall): Fix {
  const kept = signature?.maximumArguments ?? 0;
  const start = given[kept - 1]?.range.end ?? given[0]?.range.start ?? range.start;
  const end = given.at(-1)?.range.end ?? start;
  const title =
    given.length - kept === 1 ? 'Remove the last argument' : `Remove the last ${given.length - kept} arguments`;
  return { title, edits: [{ range: { start, end }, newText: '' }] };
}
