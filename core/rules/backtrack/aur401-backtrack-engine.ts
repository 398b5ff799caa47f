import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR401',
  title: 'Backtrack is set on Aurora PostgreSQL',
  group: 'Backtrack',
  severity: 'error',
  facts: [limits.backtrack_engine],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-postgresql') return;
    for (const { backtrackWindow } of clustersOf(design)) {
      if ((known(backtrackWindow) ?? 0) <= 0) continue;
      const message =
        'Backtrack exists for Aurora MySQL only. Remove backtrackWindow; restore to a point in time instead, into a new cluster.';
      report(backtrackWindow.path, message, { at: 'key', fixes: [remove(backtrackWindow.path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS answers: Backtrack is not enabled for the aurora-postgresql engine.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backtrackWindow: 86400
# ^^^^^^^^^^^^^^^ AUR401
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
