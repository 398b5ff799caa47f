import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import type { MysqlType } from '../statements/mysql-type.ts';

const { value: charset, counted } = ml.mysql_alias_charset;
const countedTypes: readonly string[] = counted;

export const rule: SqlRule = {
  id: 'MYM007',
  title: 'Text of a model without CHARSET utf8mb4',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql_alias_charset],
  dialects: ['mysql'],
  check: ({ statement }, report) => {
    const create = createAliasOf(statement);
    const type = create?.returns?.type;
    if (create?.alias === undefined || type === undefined || !isCounted(type) || type.charset?.name === charset) return;
    const written = type.charset === undefined ? 'no character set' : `CHARSET ${type.charset.name}`;
    const message = `Models answer in ${charset}. With ${written} the text may be longer than expected, and is cut without a word when it is stored. Return ${type.text.toUpperCase()} CHARSET ${charset}.`;
    const range = type.charset?.range ?? { start: type.range.end, end: type.range.end };
    const newText = type.charset === undefined ? ` CHARSET ${charset}` : `CHARSET ${charset}`;
    const fix = { title: `Return ${charset}`, edits: [{ range, newText }] };
    report(type.charset?.range ?? type.range, message, { fixes: [fix] });
  },
};

/** A text of so many characters; VARCHAR without its number is another rule's business. */
function isCounted({ name, hasLength }: MysqlType): boolean {
  return hasLength && countedTypes.includes(name);
}

export const page: RulePage = {
  reason:
    'Strings that a model function returns are utf8mb4, whatever the database has as its default. A VARCHAR of another character set counts other characters, so that the answer does not fit where it is kept.',
  bad: `CREATE FUNCTION verdict(amount DOUBLE) RETURNS VARCHAR(20)
--                                             ^^^^^^^^^^^ MYM007 Return VARCHAR(20) CHARSET utf8mb4
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
  good: `CREATE FUNCTION verdict(amount DOUBLE) RETURNS VARCHAR(20) CHARSET utf8mb4
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
};
