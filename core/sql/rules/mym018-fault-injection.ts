import * as resilience from '../../facts/generated/resilience.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { type FaultInjection, faultInjectionOf } from '../statements/fault-injection.ts';

const { minimum, maximum } = resilience.fault_injection_mysql.percentage;

export const rule: SqlRule = {
  id: 'MYM018',
  title: 'Fault injection that Aurora cannot read',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [resilience.fault_injection_mysql],
  dialects: ['mysql'],
  check: ({ statement }, report) => {
    const fault = faultInjectionOf(statement);
    if (fault === undefined) return;
    const { mistake, percentage } = fault;
    if (mistake !== undefined) {
      const { range, expected, edit } = mistake;
      const fixes =
        edit === undefined
          ? []
          : [
              {
                title: `Write ${edit.newText.trim()}`,
                edits: [{ range: edit.range, newText: edit.newText }],
                isSafe: edit.isSafe,
              },
            ];
      report(range, `A fault cannot be injected like this: ${expected} has to follow.`, { fixes });
    }
    const percent = percentage?.kind === 'number' ? Number(percentage.text) : undefined;
    if (percentage !== undefined && percent !== undefined && (percent < minimum || percent > maximum)) {
      const range = { start: percentage.start, end: percentage.end };
      const fix = { title: `Replace with ${maximum}`, edits: [{ range, newText: String(maximum) }] };
      report(range, `A percentage lies between ${minimum} and ${maximum}.`, { fixes: [fix] });
    }
    checkCongestion(fault, report);
  },
};

function checkCongestion({ congestion }: FaultInjection, report: Parameters<NonNullable<SqlRule['check']>>[1]): void {
  if (congestion === undefined) return;
  const [least, most] = congestion;
  if (least.kind !== 'number' || most.kind !== 'number' || Number(least.text) <= Number(most.text)) return;
  const edits = [
    { range: { start: least.start, end: least.end }, newText: most.text },
    { range: { start: most.start, end: most.end }, newText: least.text },
  ];
  const range = { start: least.start, end: most.end };
  report(range, `No delay lies between ${least.text} and ${most.text} milliseconds: the smaller number comes first.`, {
    severity: 'warning',
    fixes: [{ title: 'Swap the numbers', edits }],
  });
}

export const page: RulePage = {
  reason:
    'Aurora MySQL injects faults with ALTER SYSTEM CRASH and ALTER SYSTEM SIMULATE, which are no part of MySQL and have a grammar of their own. A statement that it cannot read injects nothing, and the test that waits for the fault passes or hangs for the wrong reason.',
  bad: `ALTER SYSTEM SIMULATE 150 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 10 MINUTE;
--                    ^^^ MYM018 between 0 and 100
ALTER SYSTEM SIMULATE 50 PERCENT DISK FAILURE;
--                                    ^^^^^^^ MYM018 FOR INTERVAL
ALTER SYSTEM CRASH DISPATCHR;
--                 ^^^^^^^^^ MYM018 INSTANCE, DISPATCHER or NODE`,
  good: `ALTER SYSTEM SIMULATE 100 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 10 MINUTE;
ALTER SYSTEM SIMULATE 50 PERCENT DISK FAILURE FOR INTERVAL 1 MINUTE;
ALTER SYSTEM CRASH DISPATCHER;`,
};
