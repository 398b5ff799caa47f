import * as ml from '../../facts/generated/ml.ts';
import { mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { Grant } from '../declarations/grant.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const schemas = [...new Set(mlFunctions('postgresql').map(({ name }) => schemaOf(name)))];

export const rule: SqlRule = {
  id: 'PGM015',
  title: 'EXECUTE for everybody, or without USAGE of the schema',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_execute],
  dialects: ['postgresql'],
  check: ({ declared, declarations, statement }, report) => {
    for (const grant of declared) {
      if (grant.kind !== 'grant' || grant.isRevoke || !gives(grant, 'execute', 'function', 'routine')) continue;
      const granted = schemasOf(grant);
      const [schema] = granted;
      if (schema === undefined) continue;
      for (const { text: role, range } of grant.grantees) {
        if (role === 'public') {
          report(range, 'Every role may now call the model and spend money. Grant EXECUTE to the roles that need it.');
          continue;
        }
        const missing = granted.filter((name) => !hasUsage(declarations.grants, name, role));
        const isMember = declarations.grants.some(({ on, grantees }) => on === undefined && has(grantees, role));
        if (missing.length === 0 || isMember) continue;
        const usage = `GRANT USAGE ON SCHEMA ${missing.join(', ')} TO ${role}`;
        const message = `EXECUTE is of no use to ${role} without USAGE of the schema ${missing.join(' and ')}, which no statement here grants.`;
        report(range, message, { fixes: [insertion(`Add ${usage}`, statement.range.end, `;\n${usage}`)] });
      }
    }
  },
};

function schemaOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

/** The schemas of aws_ml that a grant is about. */
function schemasOf({ on }: Grant): readonly string[] {
  const names = on?.names.map(({ text }) => (on.inSchemas || on.kind === 'schema' ? text : schemaOf(text))) ?? [];
  return schemas.filter((schema) => names.includes(schema));
}

function gives({ on, privileges }: Grant, privilege: string, ...kinds: readonly string[]): boolean {
  if (on === undefined || !kinds.includes(on.kind)) return false;
  return privileges.some(({ text }) => text === privilege || text === 'all' || text === 'all privileges');
}

function hasUsage(grants: readonly Grant[], schema: string, role: string): boolean {
  return grants.some((grant) => {
    if (grant.isRevoke || !gives(grant, 'usage', 'schema') || !schemasOf(grant).includes(schema)) return false;
    return has(grant.grantees, role) || has(grant.grantees, 'public');
  });
}

function has(words: Grant['grantees'], text: string): boolean {
  return words.some((word) => word.text === text);
}

export const page: RulePage = {
  reason:
    'Each call is billed, so Aurora lets nobody but rds_superuser call the functions until it is granted. A role needs two grants: USAGE of the schema and EXECUTE on the function. EXECUTE for PUBLIC opens the purse to every role there is.',
  bad: `GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment TO PUBLIC;
--                                                           ^^^^^^ PGM015 Every role
GRANT EXECUTE ON FUNCTION aws_sagemaker.invoke_endpoint TO scoring;
--                                                         ^^^^^^^ PGM015 without USAGE of the schema aws_sagemaker`,
  good: `GRANT USAGE ON SCHEMA aws_comprehend, aws_sagemaker TO scoring;
GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment TO scoring;
GRANT EXECUTE ON FUNCTION aws_sagemaker.invoke_endpoint TO scoring;`,
};
