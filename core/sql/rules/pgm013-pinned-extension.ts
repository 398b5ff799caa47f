import * as features from '../../facts/generated/engine-features.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { Extension } from '../declarations/extension.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const { name: extensionName, minimumVersion } = ml.pg_invoke_model.extension;

export const rule: SqlRule = {
  id: 'PGM013',
  title: 'Bedrock with a version of aws_ml that lacks it',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.pg_invoke_model, ml.pg_invoke_model_get_embeddings, features.aurora_ml_bedrock],
  dialects: ['postgresql'],
  check: ({ calls, declarations, statement }, report) => {
    const calledBedrock = calls.filter(({ signature }) => signature?.service === 'Bedrock');
    if (calledBedrock.length === 0) return;
    const versions = declarations.extensions.filter(({ name }) => name === extensionName);
    const [pinned] = versions;
    if (pinned === undefined || !versions.every(isOld)) return;
    for (const { nameRange, name } of calledBedrock) {
      const message = `${extensionName} is created in version ${pinned.version?.text} and never updated; ${name} comes with ${minimumVersion}. Update the extension.`;
      const update = `ALTER EXTENSION ${extensionName} UPDATE`;
      report(nameRange, message, { fixes: [insertion(`Insert ${update}`, statement.range.start, `${update};\n\n`)] });
    }
  },
};

function isOld({ version }: Extension): boolean {
  return version !== undefined && /^\d+\.\d+$/.test(version.text) && Number(version.text) < Number(minimumVersion);
}

export const page: RulePage = {
  reason:
    'The functions for Bedrock came with version 2.0 of aws_ml. An extension that is created in version 1.0 stays there, whatever the engine, until ALTER EXTENSION updates it.',
  bad: `CREATE EXTENSION aws_ml VERSION '1.0' CASCADE;
SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}');
--     ^^^^^^^^^^^^^^^^^^^^^^^^ PGM013 comes with 2.0`,
  good: `CREATE EXTENSION aws_ml CASCADE;
SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}');`,
};
