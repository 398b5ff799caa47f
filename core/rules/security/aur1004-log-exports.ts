import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestWord } from '../suggestion.ts';

const logs = limits.log_exports.value;

/** Logs of the other engine, and one of RDS for PostgreSQL: they are certainly wrong. */
const elsewhere: readonly string[] = [...Object.values<readonly string[]>(logs).flat(), 'upgrade'];

export const rule: DesignRule = {
  id: 'AUR1004',
  title: 'The engine does not have this log',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.log_exports],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    const own: readonly string[] = logs[engine];
    for (const log of clustersOf(design).flatMap(
      ({ enableCloudwatchLogsExports }) => enableCloudwatchLogsExports.items,
    )) {
      const name = known(log);
      if (name === undefined || own.includes(name)) continue;
      const { advice, fixes } = suggestWord(log.path, name, own, `Its logs are ${own.join(', ')}.`);
      report(log.path, `${engine} has no log ${name}. ${advice}`, {
        severity: elsewhere.includes(name) ? 'error' : 'warning',
        fixes: [...fixes, remove(log.path)].slice(0, 1),
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS answers: You cannot use the log types with this engine. A name that neither engine is known to have is only a warning.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  enableCloudwatchLogsExports: [postgresql, slowquery]
#                                           ^^^^^^^^^ AUR1004
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  enableCloudwatchLogsExports: [postgresql]
`,
};
