import * as ml from '../../facts/generated/ml.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { kindOfType, type TypeKind } from '../type-kind.ts';
import { declaredUses, designInWords } from './checked-endpoints.ts';
import { governedByOrders } from './governing-example.ts';

/**
 * Kinds as which a result of another kind cannot be read. PostgreSQL reads the text of the answer: `0.5` is no integer.
 * MySQL makes whole numbers and booleans of what is one.
 */
const impossible: Readonly<Record<SqlDialect, Readonly<Record<TypeKind, readonly TypeKind[]>>>> = {
  postgresql: {
    decimal: ['integer', 'boolean'],
    integer: [],
    boolean: ['decimal', 'integer'],
    text: ['decimal', 'integer', 'boolean'],
  },
  mysql: { decimal: [], integer: [], boolean: [], text: ['decimal', 'integer', 'boolean'] },
};

export const rule: SqlRule = {
  id: 'AUR1119',
  title: 'The result of a SageMaker endpoint is read as a type that it is not',
  group: 'SQL and design',
  severity: 'warning',
  facts: [ml.postgresql_result_is_varchar, ml.mysql_alias_return_types],
  dialects: ['postgresql', 'mysql'],
  check: (subject, report) => {
    for (const { use, declared } of declaredUses(subject)) {
      const { result, endpoint } = use;
      const { output } = declared;
      const given = output === undefined ? undefined : kindOfType(output);
      const read = result && kindOfType(result.type);
      if (result === undefined || given === undefined || read === undefined) continue;
      if (!impossible[subject.dialect][given].includes(read)) continue;
      const problem = `${endpoint} answers with ${output} by ${designInWords(subject)}, which cannot be read as ${result.type}.`;
      const newText = subject.dialect === 'mysql' ? 'VARCHAR(255)' : `${output}`;
      const fix = { title: `Read it as ${newText}`, edits: [{ range: result.range, newText }] };
      report(result.range, `${problem} Read it as ${newText}.`, { fixes: [fix] });
    }
  },
};

export const page: GovernedPage = {
  reason:
    'An endpoint answers with text, and the cast of it, or RETURNS of the function made with ALIAS, says what it is read as. What the model gives by the design has to be that: 0.87 is no integer, and the first row ends the query.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount, country)::integer FROM payments WHERE id < 100;
--                                                                             ^^^^^^^ AUR1119 cannot be read as integer`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount, country)::double precision FROM payments WHERE id < 100;`,
  governedBy: governedByOrders,
};
