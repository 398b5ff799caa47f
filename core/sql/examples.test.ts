import { describe, expect, test } from 'vitest';
import { known } from '../design/node.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { exampleBlueprints, exampleSqlFiles } from '../testing/examples.ts';
import { analyzeSql } from './analyze.ts';
import { callsOf } from './call-at.ts';
import { decideDialect } from './dialect.ts';

const designs = exampleBlueprints.flatMap(([, text]) => readBlueprint(text).documents.map(({ design }) => design));

/** What the first lines of each file invite to change. */
const promisedChanges: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'reviews.sql': [
    [", 'en')", ", 'english')"],
    ["(r.body, 'en')", '(r.body)'],
  ],
  'fraud.mysql.sql': [
    [", 'de')", ", 'DE')"],
    [' fraud_score(amount, minutes_since_last, country) AS', ' fraud_score(minutes_since_last, country) AS'],
    ["ENDPOINT NAME 'fraud-detector'", ''],
  ],
};

test('there are examples in both dialects', () => {
  const dialects = exampleSqlFiles.map(([fileName, text]) => decideDialect({ fileName, text }).dialect);
  expect(new Set(dialects)).toEqual(new Set(['postgresql', 'mysql']));
});

describe.each(exampleSqlFiles)('%s', (fileName, text) => {
  test('calls models and has no finding under a design of its engine', () => {
    const { dialect } = decideDialect({ fileName, text });
    const design = designs.find(({ engine }) => known(engine) === `aurora-${dialect}`);
    expect(design).toBeDefined();
    const analysis = analyzeSql(text, { dialect, design });
    expect(callsOf(analysis).map(({ call }) => call.signature?.service)).toEqual(
      expect.arrayContaining(['Comprehend', 'SageMaker']),
    );
    expect(analysis.findings).toEqual([]);
  });

  test.each(promisedChanges[fileName] ?? [])(
    'notices that %s becomes %s, as its first lines promise',
    (before, after) => {
      const { dialect } = decideDialect({ fileName, text });
      expect(text).toContain(before);
      expect(analyzeSql(text.replace(before, after), { dialect }).findings).not.toEqual([]);
    },
  );
});
