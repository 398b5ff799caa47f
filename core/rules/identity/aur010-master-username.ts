import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { soundSqlName, sqlNameFault, sqlNameRule } from './sql-name.ts';

const longest = {
  'aurora-mysql': limits.master_username_mysql.max_length,
  'aurora-postgresql': limits.master_username_postgresql.max_length,
};

export const rule: DesignRule = {
  id: 'AUR010',
  title: 'The master user name is not one that the engine accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.master_username_mysql, limits.master_username_postgresql, limits.master_username_cfn_pattern],
  check: ({ engine, masterUsername }, report) => {
    const [name, system] = [known(masterUsername), known(engine)];
    if (name === undefined || system === undefined) return;
    const fault = sqlNameFault(name, longest[system]);
    if (fault === undefined) return;
    const sound = soundSqlName(name, longest[system]);
    report(masterUsername.path, `The master user name "${name}" ${fault}. ${sqlNameRule(longest[system])}`, {
      fixes: sound === undefined ? [] : [forNewClusters(setValue(masterUsername.path, sound))],
    });
  },
};

export const page: RulePage = {
  reason: 'RDS refuses the cluster when it is created; the name of the master user cannot be changed later.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
masterUsername: order_administrator
#               ^^^^^^^^^^^^^^^^^^^ AUR010 19 characters
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
masterUsername: order_administra
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
