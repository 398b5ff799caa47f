import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { recoveryPointOf, recoveryPointParameter } from '../../design/recovery-point.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max } = limits.global_rpo_param;

export const rule: DesignRule = {
  id: 'AUR611',
  title: 'rds.global_db_rpo is not one that RDS accepts',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_rpo_param],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const parameter = recoveryPointOf(cluster);
      if (parameter === undefined) continue;
      if (known(design.engine) === 'aurora-mysql') {
        const message = `${recoveryPointParameter} exists for Aurora PostgreSQL only. Remove it: Aurora MySQL has no bound on what a Region may lose.`;
        report(parameter.path, message, { at: 'key', fixes: [remove(parameter.path)] });
        continue;
      }
      const text = known(parameter) ?? '';
      const nearest = Math.min(Math.max(Number(text), min), max);
      if (!/^-?\d+$/.test(text) || Number(text) === nearest) continue;
      const message = `${recoveryPointParameter} is ${text}; it takes ${min} to ${max} s. Set ${nearest}, or remove it for no bound.`;
      report(parameter.path, message, { fixes: [setValue(parameter.path, `${nearest}`), remove(parameter.path)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'The parameter bounds what is lost with a Region, by holding commits back. Below 20 s it would hold them back all the time; the -1 that RDS shows while it is unset is not taken.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  dbClusterParameterGroupName: orders-global
  parameters:
    rds.global_db_rpo: 5
#                      ^ AUR611 20 to
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  dbClusterParameterGroupName: orders-global
  parameters:
    rds.global_db_rpo: 20
`,
};
