import { mlFunctions } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { isFinished, type MlCall } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'PGM010',
  title: 'More arguments than a call can have',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: mlFunctions('postgresql').filter(({ parameters }) => parameters.at(-1)?.variadic),
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const { signature, arguments: given } = call;
      const last = given.at(-1);
      if (signature?.parameters.at(-1)?.variadic !== true || last === undefined || !isFinished(call)) continue;
      const most = signature.maximumArguments;
      const first = given[most];
      if (first === undefined) continue;
      const inputs = most - signature.parameters.length + 1;
      const message = `A call has at most ${most} arguments, not ${given.length}: with endpoint and batch size ${inputs} model inputs. Pass the inputs as one array: VARIADIC ARRAY[…].`;
      report({ start: first.range.start, end: last.range.end }, message, { fixes: asArray(call) });
    }
  },
};

/** All inputs in one array, which takes values of one type alone. */
function asArray({ arguments: given }: MlCall): readonly Fix[] {
  const inputs = given.filter(({ parameter }) => parameter?.role === 'input');
  const kinds = new Set(inputs.map(({ value }) => value.kind));
  const [first] = inputs;
  const last = inputs.at(-1);
  if (kinds.size !== 1 || kinds.has('cast') || first === undefined || last === undefined) return [];
  const edits = [
    { range: { start: first.range.start, end: first.range.start }, newText: 'VARIADIC ARRAY[' },
    { range: { start: last.range.end, end: last.range.end }, newText: ']' },
  ];
  return [{ title: 'Pass the inputs as one array', edits }];
}

const features = Array.from({ length: 98 }, (_, index) => `f${index}`).join(', ');

export const page: RulePage = {
  reason:
    'PostgreSQL takes at most 100 arguments in one call. The endpoint and the batch size are two of them, so 98 are left for the model. An array behind VARIADIC counts as one, and its elements have one type.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('wide', NULL, ${features}, surplus) FROM samples WHERE id < 100;
${' '.repeat(51 + features.length + 2)}^^^^^^^ PGM010 at most 100 arguments, not 101`,
  good: `SELECT aws_sagemaker.invoke_endpoint('wide', NULL, VARIADIC ARRAY[${features}, surplus]) FROM samples WHERE id < 100;`,
};
