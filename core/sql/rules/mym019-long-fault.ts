import * as resilience from '../../facts/generated/resilience.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { faultInjectionOf } from '../statements/fault-injection.ts';

const longest = resilience.fault_injection_interval.value;

export const rule: SqlRule = {
  id: 'MYM019',
  title: 'Replica that fails for longer than an hour',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [resilience.fault_injection_interval],
  dialects: ['mysql'],
  check: ({ statement }, report) => {
    const { failure, interval } = faultInjectionOf(statement) ?? {};
    if (failure !== 'READ REPLICA FAILURE' || interval === undefined || interval.seconds <= longest) return;
    const message =
      'Aurora takes a replica that fails for so long for broken and may replace it, which is another test than the one you write. Stay at an hour or less.';
    const fix = { title: 'Replace with 1 HOUR', edits: [{ range: interval.range, newText: '1 HOUR' }] };
    report(interval.range, message, { fixes: [fix] });
  },
};

export const page: RulePage = {
  reason:
    'While the failure of a read replica is simulated, Aurora watches the replica as it always does. When it is gone for long, Aurora replaces it, and what the test then sees is a new replica and no longer the failure.',
  bad: `ALTER SYSTEM SIMULATE 100 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 2 DAY;
--                                                                         ^^^^^ MYM019 may replace it`,
  good: `ALTER SYSTEM SIMULATE 100 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 10 MINUTE;`,
};
