import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const extensionName = ml.postgresql_vector_extension.value;
const createExtension = `CREATE EXTENSION IF NOT EXISTS ${extensionName}`;

export const rule: SqlRule = {
  id: 'PGM043',
  title: 'Nothing creates the extension vector',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_vector_extension, ml.bedrock_no_vector],
  dialects: ['postgresql'],
  check: ({ calls, declarations, statement }, report) => {
    const { extensions } = declarations;
    if (extensions.length === 0 || extensions.some(({ name }) => name === extensionName)) return;
    for (const call of calls) {
      const type = usesOf(call)[0]?.casts.find((one) => /^(?:half)?vec(?:tor)?(?:\(\d+\))?$/.test(one));
      if (type === undefined) continue;
      const message = `Extensions are created here, but not ${extensionName}, to which the type ${type} belongs. Unless it is there already: ${createExtension}.`;
      const fixes = [insertion(`Insert ${createExtension}`, statement.range.start, `${createExtension};\n\n`)];
      report(call.nameRange, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'The functions of aws_ml give embeddings as float8[]; the type vector, its operators and its indexes come with the extension vector, which is created in each database.',
  bad: `CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;
SELECT aws_bedrock.invoke_model_get_embeddings('amazon.titan-embed-text-v1', 'application/json', 'embedding', '{"inputText": "A mug"}')::vector(1536);
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM043 CREATE EXTENSION IF NOT EXISTS vector`,
  good: `CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;
CREATE EXTENSION IF NOT EXISTS vector;
SELECT aws_bedrock.invoke_model_get_embeddings('amazon.titan-embed-text-v1', 'application/json', 'embedding', '{"inputText": "A mug"}')::vector(1536);`,
};
