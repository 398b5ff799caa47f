import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as reservedWords from '../../facts/generated/reserved-words.ts';
import { forNewClusters, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { isReservedWord } from './reserved-word.ts';

export const rule: DesignRule = {
  id: 'AUR009',
  title: 'The database name is a reserved word of the engine',
  group: 'Identity',
  severity: 'warning',
  facts: [limits.database_name_mysql, limits.database_name_postgresql, reservedWords.mysql, reservedWords.postgresql],
  check: (design, report) => {
    const [engine, name] = [known(design.engine), known(design.databaseName)];
    if (engine === undefined || name === undefined || !isReservedWord(engine, name)) return;
    const message = `"${name}" is a reserved word of ${engine}, which RDS refuses as the name of a database. Choose another one.`;
    report(design.databaseName.path, message, {
      fixes: [forNewClusters(setValue(design.databaseName.path, `${name}_db`))],
    });
  },
};

export const page: RulePage = {
  reason:
    'The name of the database is used in statements, so that RDS takes no word that the engine keeps for its SQL.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
databaseName: groups
#             ^^^^^^ AUR009
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
databaseName: groups_db
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
