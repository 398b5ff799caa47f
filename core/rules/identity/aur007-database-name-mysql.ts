import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { soundSqlName, sqlNameFault, sqlNameRule } from './sql-name.ts';

const longest = limits.database_name_mysql.max_length;

export const rule: DesignRule = {
  id: 'AUR007',
  title: 'The database name is not one that Aurora MySQL accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.database_name_mysql],
  check: ({ engine, databaseName }, report) => {
    const name = known(databaseName);
    if (name === undefined || known(engine) !== 'aurora-mysql') return;
    const fault = sqlNameFault(name, longest);
    if (fault === undefined) return;
    const sound = soundSqlName(name, longest);
    report(databaseName.path, `The database name "${name}" ${fault}. ${sqlNameRule(longest)}`, {
      fixes: sound === undefined ? [] : [forNewClusters(setValue(databaseName.path, sound))],
    });
  },
};

export const page: RulePage = {
  reason: 'RDS refuses the cluster when it is created; the name cannot be changed later.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
databaseName: order-history
#             ^^^^^^^^^^^^^ AUR007 "-"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
databaseName: order_history
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
