import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { Declarations } from '../declarations/declarations.ts';
import { shiftRange } from '../shift-finding.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const { name: extensionName } = ml.pg_detect_sentiment.extension;
const createExtension = `CREATE EXTENSION IF NOT EXISTS ${extensionName} CASCADE`;

export const rule: SqlRule = {
  id: 'PGM014',
  title: 'Nothing creates the extension aws_ml',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_install],
  dialects: ['postgresql'],
  checkFile: ({ statements, declarations, dialect }, report) => {
    if (dialect !== 'postgresql' || !setsUp(declarations)) return;
    if (declarations.extensions.some(({ name }) => name === extensionName)) return;
    const calling = statements.find(({ calls }) => calls.some(({ signature }) => signature !== undefined));
    const call = calling?.calls.find(({ signature }) => signature !== undefined);
    const [first] = statements;
    if (calling === undefined || call === undefined || first === undefined) return;
    const message = `Tables or extensions are created here, but not ${extensionName}, to which ${call.name} belongs. Unless it is there already: ${createExtension}.`;
    const fixes = [insertion(`Insert ${createExtension}`, first.offset, `${createExtension};\n\n`)];
    report(shiftRange(call.nameRange, calling.offset), message, { fixes });
  },
};

/** Whether the statements set a database up, rather than use one that is there. */
function setsUp({ extensions, all }: Declarations): boolean {
  return extensions.length > 0 || all.some((one) => one.kind === 'table' && one.isCreated && one.columns.length > 0);
}

export const page: RulePage = {
  reason:
    'The functions are there once rds_superuser has created the extension aws_ml, in each database and on the writer. Statements that set a database up and do not create it may rely on others that do.',
  bad: `CREATE EXTENSION IF NOT EXISTS vector;
SELECT * FROM aws_comprehend.detect_sentiment('It works.', 'en');
--            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM014 CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE`,
  good: `CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;
CREATE EXTENSION IF NOT EXISTS vector;
SELECT * FROM aws_comprehend.detect_sentiment('It works.', 'en');`,
};
