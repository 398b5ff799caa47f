import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { analyzeSql } from '../sql/analyze.ts';
import { sqlRulePages } from '../sql/rules/sql-rule-pages.ts';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { cluster } from '../testing/blueprint-texts.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { readFixture } from '../testing/markers.ts';
import { asJson, template } from '../testing/template-texts.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { checkTemplate } from './check-template.ts';
import { designRulePages } from './design-rule-pages.ts';
import type { Finding, Severity } from './finding.ts';
import { type FixChoice, fixAll, onlyFixOf, safeFix } from './fix-all.ts';
import { templateRulePages } from './template-rule-pages.ts';

type Check = (text: string) => readonly Finding[];

const ofBlueprint: Check = (text) => checkBlueprint(readBlueprint(text));
const ofTemplate: Check = (text) => {
  const read = readTemplate(text);
  return read === undefined ? [] : checkTemplate(read);
};
const ofSql: Check = (text) => analyzeSql(text, { dialect: 'postgresql' }).findings;

const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const count = (findings: readonly Finding[], rule: string) =>
  findings.filter((finding) => finding.rule === rule).length;
const said = ({ rule, path, message }: Finding) => `${rule} ${path} ${message}`;

/** What is mended is gone, nothing as grave comes, and a second time changes nothing. */
function expectMended(text: string, check: Check, choose: FixChoice): string {
  const before = check(text);
  const { text: mended, fixed, findings } = fixAll(text, check, choose);
  expect(findings).toEqual(check(mended));
  const mildest = Math.min(...fixed.map(({ severity }) => gravity[severity]));
  for (const { rule } of findings.filter(({ severity }) => gravity[severity] >= mildest)) {
    expect(count(findings, rule), mended).toBeLessThanOrEqual(count(before, rule));
  }
  expect(fixAll(mended, check, choose)).toEqual({ text: mended, fixed: [], findings });
  expect(mended === text).toBe(fixed.length === 0);
  return mended;
}

function expectMendedSafely(text: string, check: Check, comment: string): void {
  const { fixed, findings } = fixAll(text, check, safeFix);
  const left = new Set(findings.map(said));
  expect(fixed.filter((finding) => left.has(said(finding)))).toEqual([]);
  const mended = expectMended(text, check, safeFix);
  expect(mended.split(comment).length).toBe(text.split(comment).length);
}

const keyOf = (line: string) => line.slice(0, line.indexOf(':'));

/** Lines that have something to mend, safely or not, each key once. */
const linesOfBlueprint = fc.uniqueArray(
  fc.constantFrom(
    'BackupRetentionPeriod: 7',
    'backupRetentionPeriods: 40',
    'backupRetentionPeriod: "12"',
    'preferredBackupWindow: 3.00 - 3.30',
    'PreferredBackupWindow: 0300-0310',
    'preferredMaintenanceWindow: Sunday 3:00 - 3:30',
    'PreferredMaintenanceWindow: sun 23:45 - mon 00:15',
    'deletionProtection: yes',
    'deletionProtecton: "true"',
    'storageType: AURORA',
    'port: "80"',
    'Port: 5432',
    'enableCloudwatchLogsExports: Postgresql',
    'EnableCloudwatchLogsExports: [postgresq, postgresql]',
    'tags: { owner: us }',
    'backtrackWindow: 3600',
  ),
  { maxLength: 8, selector: keyOf },
);
const linesOfTemplate = fc.uniqueArray(
  fc.constantFrom(
    'EnableCloudwatchLogsExports: [Audit, slowquer, errors]',
    'PreferredBackupWindow: 3.00 - 3.30',
    'PreferredMaintenanceWindow: Sunday 3:00 - 3:30',
    'BackupRetentionPeriod: 40',
    'BacktrackWindow: -1',
    'Port: 80',
    'DeletionProtection: true',
  ),
  { selector: keyOf },
);
const linesOfSql = fc.array(
  fc.constantFrom(
    "SELECT aws_comprehend.detect_sentimen(body, 'EN') FROM t; -- ours",
    "SELECT aws_comprehend.detect_sentiment(body, 'english', 90) FROM t;",
    "SELECT aws_comprehend.detect_sentiment(body, 'en-US', max_rows => 3) FROM t;",
    'SELECT aws_bedrock.invoke_model_get_embeddings(model_ids => a, json_keys => b) FROM t;',
    "SELECT aws_sagemaker.invoke_endpoints('fraud', 'text/csv', amount) FROM t;",
    'SELECT 1;',
  ),
  { maxLength: 5 },
);

const form = fc.constantFrom(...blueprintForms).map(([, write]) => write);
const pagesOf = (pages: Readonly<Record<string, { readonly bad: string }>>) =>
  fc.constantFrom(...Object.values(pages)).map(({ bad }) => readFixture(bad).text);
const misspelt = fc
  .tuple(fc.constantFrom(...exampleBlueprints), fc.nat(), fc.boolean())
  .map(([[, text], at, isUpper]) => {
    const words = [...text.matchAll(/(?<=^\s*(?:- )?)[a-z][A-Za-z]+(?=:)/gm)];
    const chosen = words[at % words.length];
    const [index, word] = [chosen?.index ?? 0, chosen?.[0] ?? ''];
    return text.slice(0, index) + (isUpper ? word.toUpperCase() : `${word}s`) + text.slice(index + word.length);
  });
const spoilt = linesOfBlueprint.map((lines) => cluster(lines.map((line) => `  ${line}\n`).join('')));
const blueprints = fc.tuple(fc.oneof(spoilt, pagesOf(designRulePages), misspelt), form);

const templates = fc
  .tuple(
    fc.oneof(
      linesOfTemplate.map((lines) => template(lines.map((line) => `      ${line} # kept\n`).join(''))),
      pagesOf(templateRulePages),
    ),
    fc.boolean(),
  )
  .map(([text, isJson]) => (isJson ? asJson(text) : text));

const sqlFiles = fc.oneof(
  linesOfSql.map((lines) => lines.join('\n')),
  pagesOf(sqlRulePages),
);

const runs = { numRuns: 150 };

test('safe fixes leave a blueprint better in whatever form it is written', () => {
  fc.assert(
    fc.property(blueprints, ([text, write]) => expectMendedSafely(write(text), ofBlueprint, '# ')),
    runs,
  );
});

test('safe fixes leave a template better', () => {
  fc.assert(
    fc.property(templates, (text) => expectMendedSafely(text, ofTemplate, '# ')),
    runs,
  );
});

test('safe fixes leave SQL better', () => {
  fc.assert(
    fc.property(sqlFiles, (text) => expectMendedSafely(text, ofSql, '-- ')),
    runs,
  );
});

test('the fixes of one rule leave a text better, safe or not', () => {
  fc.assert(
    fc.property(blueprints, ([source, write]) => {
      const text = write(source);
      for (const rule of new Set(ofBlueprint(text).map((finding) => finding.rule))) {
        expectMended(text, ofBlueprint, onlyFixOf(rule));
      }
    }),
    runs,
  );
});
