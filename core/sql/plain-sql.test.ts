import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import type { SqlDialect } from '../facts/ml.ts';
import type { Piece } from '../testing/plain-sql/piece.ts';
import { plainMysql } from '../testing/plain-sql/plain-mysql.ts';
import { plainPostgresql } from '../testing/plain-sql/plain-postgresql.ts';
import { analyzeSql } from './analyze.ts';
import { splitText, statementsOf } from './text/split-statements.ts';

/** Four scripts, together more than 2 MB of each dialect. */
const seeds = [1, 2, 3, 4];
const scriptLength = 550_000;
const scripts: Readonly<Record<SqlDialect, readonly Piece[]>> = {
  postgresql: seeds.map((seed) => plainPostgresql(seed, scriptLength)),
  mysql: seeds.map((seed) => plainMysql(seed, scriptLength)),
};

/** What makes a script one of Aurora's: a call that is right. */
const correctCall: Readonly<Record<SqlDialect, string>> = {
  postgresql: `CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;
SELECT s.sentiment FROM remarks AS r, LATERAL aws_comprehend.detect_sentiment(r.remark, 'en') AS s WHERE r.id = 7;
`,
  mysql: `SELECT aws_comprehend_detect_sentiment(r.remark, 'en') FROM remarks AS r WHERE r.id = 7;
`,
};

function designOf(dialect: SqlDialect) {
  const { design } =
    readBlueprint(`aurora: 1
name: shop
engine: aurora-${dialect}
engineVersion: ${dialect === 'mysql' ? '8.0.mysql_aurora.3.10.0' : '"16.9"'}
primary: { region: us-east-1, instances: [{ class: db.r7g.large }, { class: db.r7g.large }] }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/comprehend" }]
`).documents[0] ?? {};
  expect(design).toBeDefined();
  return design;
}

describe.each(['postgresql', 'mysql'] as const)('plain SQL in %s', (dialect) => {
  test('has no findings: alone, and where an ML call and a design make the file one of Aurora’s', () => {
    const design = designOf(dialect);
    for (const { text } of scripts[dialect]) {
      const alone = analyzeSql(text, { dialect });
      expect(alone.findings).toEqual([]);
      expect(alone.statements.flatMap(({ calls }) => calls)).toEqual([]);
      const governed = analyzeSql(correctCall[dialect] + text, { dialect, design });
      expect(governed.findings).toEqual([]);
      expect(governed.statements.flatMap(({ calls }) => calls)).toHaveLength(1);
    }
  });

  test('is cut into the statements that its client would send', () => {
    for (const { text, statements } of scripts[dialect]) {
      const found = statementsOf(splitText(text, dialect));
      for (const [index, statement] of statements.entries()) expect(found[index]?.text).toBe(statement);
      expect(found).toHaveLength(statements.length);
    }
  });
});

describe('what is generated for PostgreSQL', () => {
  beforeAll(loadModule);

  test('is PostgreSQL', () => {
    for (const statement of new Set(scripts.postgresql.flatMap(({ statements }) => statements))) {
      expect(() => parseSync(withoutVariables(statement)), statement).not.toThrow();
    }
  });
});

/** psql puts the values of its variables in: as literals, as names, and as they are. */
function withoutVariables(statement: string): string {
  return statement.replace(/(?<![:\w]):(?=['"a-z])/g, '');
}
