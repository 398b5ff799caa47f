import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { analyzeSql } from '../analyze.ts';

function declarationsIn(text: string, dialect: SqlDialect = 'postgresql') {
  return analyzeSql(text, { dialect }).declarations;
}

describe('tables', () => {
  test('have their columns, with types, NULL and what is computed', () => {
    const declarations = declarationsIn(`CREATE TABLE IF NOT EXISTS shop.reviews (
      id bigserial, body varchar(200) NOT NULL, "Score" numeric(4,2) DEFAULT 0 CHECK (1 < 2), key text, value text,
      n int GENERATED ALWAYS AS IDENTITY, twice int GENERATED ALWAYS AS (n * 2) STORED, e public.vector(1024),
      note text, CONSTRAINT k PRIMARY KEY (note, key), CHECK (n > 0), UNIQUE (n))`);
    expect(declarations.columns('reviews')).toEqual([
      { name: 'id', type: 'bigserial', isNullable: false, isGenerated: false },
      { name: 'body', type: 'varchar(200)', isNullable: false, isGenerated: false },
      { name: 'Score', type: 'numeric(4,2)', isNullable: true, isGenerated: false },
      { name: 'key', type: 'text', isNullable: false, isGenerated: false },
      { name: 'value', type: 'text', isNullable: true, isGenerated: false },
      { name: 'n', type: 'int', isNullable: false, isGenerated: false },
      { name: 'twice', type: 'int', isNullable: true, isGenerated: true },
      { name: 'e', type: 'public.vector(1024)', isNullable: true, isGenerated: false },
      { name: 'note', type: 'text', isNullable: false, isGenerated: false },
    ]);
    expect(declarations.createsTables).toBe(true);
  });

  test('of MySQL have keys beside columns', () => {
    const declarations = declarationsIn(
      'CREATE TABLE `t` (`id` INT AUTO_INCREMENT, `a` DOUBLE AS (`id` * 2), KEY k (`a`), FULLTEXT INDEX f (`a`), PRIMARY KEY (`id`)) ENGINE = InnoDB',
      'mysql',
    );
    expect(
      declarations.columns('t')?.map(({ name, isNullable, isGenerated }) => [name, isNullable, isGenerated]),
    ).toEqual([
      ['id', false, false],
      ['a', true, true],
    ]);
  });

  test('get columns later', () => {
    const declarations = declarationsIn(`CREATE TABLE t (id int);
      ALTER TABLE ONLY public.t ADD COLUMN IF NOT EXISTS e vector(512), ADD n int NOT NULL, ADD CONSTRAINT c CHECK (n > 0);`);
    expect(declarations.column('t', 'e')?.type).toBe('vector(512)');
    expect(declarations.column('public.t', 'n')).toMatchObject({ type: 'int', isNullable: false });
    expect(declarations.column('t', 'c')).toBeUndefined();
    expect(declarations.columns('t')).toBeUndefined();
  });

  test.each([
    ['CREATE TABLE t (a int); CREATE TABLE other.t (a text)'],
    ['CREATE TABLE t (a int); ALTER TABLE t ALTER COLUMN a TYPE text'],
    ['CREATE TABLE t (a int); ALTER TABLE t DROP COLUMN IF EXISTS a'],
    ['CREATE TABLE t (a int); ALTER TABLE t RENAME a TO b'],
    ['CREATE TABLE t AS SELECT 1 AS a'],
    ['CREATE TABLE t (LIKE u INCLUDING ALL)'],
  ])('are not certain where they are said otherwise too: %s', (text) => {
    expect(declarationsIn(text).column('t', 'a')).toBeUndefined();
  });
});

test('extensions are created and updated, to a version or to the newest', () => {
  const { extensions } = declarationsIn(`CREATE EXTENSION IF NOT EXISTS aws_ml WITH SCHEMA public VERSION '1.0' CASCADE;
    ALTER EXTENSION aws_ml UPDATE TO '2.0'; ALTER EXTENSION aws_ml UPDATE; ALTER EXTENSION aws_ml SET SCHEMA x; CREATE EXTENSION "vector"`);
  expect(extensions.map(({ name, action, version, cascades }) => [name, action, version?.text, cascades])).toEqual([
    ['aws_ml', 'create', '1.0', true],
    ['aws_ml', 'update', '2.0', false],
    ['aws_ml', 'update', undefined, false],
    ['vector', 'create', undefined, false],
  ]);
});

describe('grants', () => {
  function grantsIn(text: string, dialect: SqlDialect = 'postgresql') {
    return declarationsIn(text, dialect).grants.map(({ isRevoke, privileges, on, grantees }) => ({
      isRevoke,
      privileges: privileges.map((one) => one.text),
      on: on && [on.kind, on.names.map((one) => one.text), on.inSchemas],
      grantees: grantees.map((one) => one.text),
    }));
  }

  test('of PostgreSQL', () => {
    expect(
      grantsIn(`GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment(varchar, varchar, int), f TO PUBLIC, app WITH GRANT OPTION;
        GRANT USAGE ON SCHEMA aws_comprehend, aws_bedrock TO app;
        REVOKE ALL ON ALL FUNCTIONS IN SCHEMA aws_bedrock FROM app CASCADE;
        GRANT SELECT, INSERT (a, b) ON schema.t TO app`),
    ).toEqual([
      {
        isRevoke: false,
        privileges: ['execute'],
        on: ['function', ['aws_comprehend.detect_sentiment', 'f'], false],
        grantees: ['public', 'app'],
      },
      {
        isRevoke: false,
        privileges: ['usage'],
        on: ['schema', ['aws_comprehend', 'aws_bedrock'], false],
        grantees: ['app'],
      },
      { isRevoke: true, privileges: ['all'], on: ['function', ['aws_bedrock'], true], grantees: ['app'] },
      {
        isRevoke: false,
        privileges: ['select', 'insert ( a , b )'],
        on: ['table', ['schema.t'], false],
        grantees: ['app'],
      },
    ]);
  });

  test('of MySQL', () => {
    expect(
      grantsIn(
        "GRANT AWS_COMPREHEND_ACCESS TO 'app'@'%'; GRANT INVOKE COMPREHEND ON *.* TO app@localhost; GRANT EXECUTE ON FUNCTION shop.score TO `app`",
        'mysql',
      ),
    ).toEqual([
      { isRevoke: false, privileges: ['aws_comprehend_access'], on: undefined, grantees: ['app@%'] },
      {
        isRevoke: false,
        privileges: ['invoke comprehend'],
        on: ['table', ['*.*'], false],
        grantees: ['app@localhost'],
      },
      { isRevoke: false, privileges: ['execute'], on: ['function', ['shop.score'], false], grantees: ['app'] },
    ]);
  });
});
