import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SqlDialect } from '../facts/ml.ts';
import { plainMysql } from '../testing/plain-sql/plain-mysql.ts';
import { plainPostgresql } from '../testing/plain-sql/plain-postgresql.ts';
import { analyzeSql, type SqlAnalysis } from './analyze.ts';

/** What turns the text behind it into something else, or does with only a little more. */
const signs = [
  "'",
  '"',
  '`',
  '$$',
  '$routine$',
  '/*',
  '*/',
  '--',
  '#',
  ';',
  ';\n',
  '(',
  ')',
  '\\',
  '\\;',
  '\n\\.\n',
  '\\copy t from stdin\n',
  'COPY t FROM STDIN;\n',
  '\nDELIMITER //\n',
  '//',
  'BEGIN ',
  'END',
  'CASE ',
  'CREATE PROCEDURE p() ',
  'USE x\n',
  '/*!50000 ',
  '\r\n',
  '\u{1f600}',
  '-- aurora-blueprint-disable PGM001\n',
];

const mlStatements: Readonly<Record<SqlDialect, readonly string[]>> = {
  postgresql: [
    "SELECT aws_comprehend.detect_sentiment(body, 'xx') FROM remarks WHERE id = 7;\n",
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT aws_ml.detect_sentiment('x', 'en') $$;\n",
    "DO $a$ BEGIN PERFORM aws_bedrock.invoke_model('m'); END $a$;\n",
    'CREATE EXTENSION aws_ml CASCADE;\n',
  ],
  mysql: [
    "SELECT aws_comprehend_detect_sentiment(body, 'xx') FROM remarks WHERE id = 7;\n",
    "CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';\n",
    'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT score(); END//\nDELIMITER ;\n',
    'GRANT AWS_SAGEMAKER_ACCESS TO app;\n',
  ],
};

interface Edit {
  /** Where it is, as a part of the text. */
  readonly at: number;
  readonly removed: number;
  readonly added: string;
  /** How much of the text from another place is put there as well. */
  readonly copied: { readonly from: number; readonly length: number };
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const editIn = (dialect: SqlDialect): fc.Arbitrary<Edit> =>
  fc.record({
    at: place,
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    added: fc.oneof(fc.constant(''), fc.constantFrom(...signs), fc.constantFrom(...mlStatements[dialect])),
    copied: fc.oneof(fc.constant({ from: 0, length: 0 }), fc.record({ from: place, length: fc.nat(300) })),
  });

function edited(text: string, { at, removed, added, copied }: Edit): string {
  const start = Math.floor(at * text.length);
  const from = Math.floor(copied.from * text.length);
  return text.slice(0, start) + added + text.slice(from, from + copied.length) + text.slice(start + removed);
}

const scriptOf = (dialect: SqlDialect) =>
  fc.tuple(fc.nat(), fc.array(fc.constantFrom(...mlStatements[dialect]), { maxLength: 3 })).map(([seed, calls]) => {
    const plain = dialect === 'mysql' ? plainMysql : plainPostgresql;
    return calls.reduce((text, call, index) => text + call + plain(seed + index, 600).text, plain(seed, 600).text);
  });

const sessions = fc.constantFrom<SqlDialect>('postgresql', 'mysql').chain((dialect) =>
  fc.record({
    dialect: fc.constant(dialect),
    script: scriptOf(dialect),
    edits: fc.array(editIn(dialect), { minLength: 10, maxLength: 10 }),
  }),
);

/** What can be seen of an analysis from outside. */
const seen = ({ statements, findings, suppressions }: SqlAnalysis) => ({
  findings,
  suppressions,
  statements: statements.map(({ offset, text, calls, declared }) => ({ offset, text, calls, declared })),
});

test('whatever is done to a script, edit by edit the same is known as of the whole text, and no rule gives up', () => {
  fc.assert(
    fc.property(sessions, ({ dialect, script, edits }) => {
      let text = script;
      let analysis = analyzeSql(text, { dialect });
      for (const edit of edits) {
        text = edited(text, edit);
        analysis = analyzeSql(text, { dialect }, analysis);
        const whole = analyzeSql(text, { dialect });
        expect(seen(analysis)).toEqual(seen(whole));
        expect(whole.findings.map(({ rule }) => rule)).not.toContain('AUR000');
      }
    }),
    { numRuns: 200 },
  );
});
