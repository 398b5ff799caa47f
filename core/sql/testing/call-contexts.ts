import type { SqlDialect } from '../../facts/ml.ts';
import type { CalledFunction } from './call-forms.ts';

/** A place in which a call can stand. */
export interface CallContext {
  readonly name: string;
  readonly dialect: SqlDialect;
  readonly write: (call: string) => string;
  /** What the rules say on a right call there, because of the place. */
  readonly says?: (of: CalledFunction) => readonly string[];
  /** For functions whose result has fields alone. */
  readonly needsFields?: boolean;
}

const some = 'FROM reviews r WHERE r.id < 100';

const postgresql: readonly Omit<CallContext, 'dialect'>[] = [
  { name: 'select list', write: (call) => `SELECT r.id, ${call} ${some};` },
  { name: 'field of the result', needsFields: true, write: (call) => `SELECT (${call}).sentiment ${some};` },
  {
    name: 'all fields of the result',
    needsFields: true,
    write: (call) => `SELECT (${call}).* ${some};`,
    says: () => ['PGM005'],
  },
  { name: 'cast of the result', write: (call) => `SELECT ${call}::text ${some};` },
  { name: 'FROM, of the row before it', write: (call) => `SELECT s.* FROM reviews r, ${call} s WHERE r.id < 100;` },
  {
    name: 'CROSS JOIN LATERAL',
    write: (call) => `SELECT s.* FROM reviews r CROSS JOIN LATERAL ${call} AS s WHERE r.id < 100;`,
  },
  { name: 'WHERE', write: (call) => `SELECT r.id FROM reviews r WHERE r.id < 100 AND ${call} IS NOT NULL;` },
  {
    name: 'HAVING',
    write: (call) => `SELECT r.author FROM reviews r WHERE r.id < 100 GROUP BY r.author HAVING ${call} IS NOT NULL;`,
  },
  {
    name: 'CTE',
    write: (call) => `WITH judged AS (SELECT r.id, ${call} AS said ${some}) SELECT id, said FROM judged;`,
  },
  { name: 'subquery', write: (call) => `SELECT q.said FROM (SELECT ${call} AS said ${some}) q;` },
  { name: 'CASE', write: (call) => `SELECT CASE WHEN r.id > 1 THEN ${call} END ${some};` },
  {
    name: 'beside a window',
    write: (call) => `SELECT row_number() OVER (PARTITION BY r.author ORDER BY r.id), ${call} ${some};`,
  },
  { name: 'UNION', write: (call) => `SELECT NULL UNION ALL SELECT ${call} ${some};` },
  {
    name: 'view',
    write: (call) => `CREATE OR REPLACE VIEW judged AS SELECT r.id, ${call} AS said ${some};`,
    says: () => ['PGM037'],
  },
  {
    name: 'materialized view',
    write: (call) => `CREATE MATERIALIZED VIEW judged AS SELECT r.id, ${call} AS said ${some};`,
  },
  { name: 'CREATE TABLE AS', write: (call) => `CREATE TABLE judged AS SELECT r.id, ${call} AS said ${some};` },
  { name: 'INSERT … SELECT', write: (call) => `INSERT INTO judged (id, said) SELECT r.id, ${call} ${some};` },
  { name: 'INSERT … VALUES', write: (call) => `INSERT INTO judged (id, said) VALUES (1, ${call}) RETURNING id;` },
  { name: 'UPDATE', write: (call) => `UPDATE reviews r SET said = ${call} WHERE r.id < 100;` },
  {
    name: 'MERGE',
    write: (call) =>
      `MERGE INTO judged j USING reviews r ON j.id = r.id WHEN MATCHED AND r.id < 100 THEN UPDATE SET said = ${call};`,
  },
  { name: 'EXPLAIN', write: (call) => `EXPLAIN (ANALYZE, VERBOSE) SELECT ${call} ${some};` },
  { name: 'PREPARE', write: (call) => `PREPARE judge AS SELECT ${call} ${some};` },
  { name: 'psql', write: (call) => `\\set language en\nSELECT ${call} ${some} \\gset\n\\echo :said` },
  {
    name: 'function in sql',
    write: (call) =>
      `CREATE FUNCTION judge(body text) RETURNS text LANGUAGE sql PARALLEL SAFE COST 5000 AS $$\n  SELECT ${call};\n$$;`,
  },
  {
    name: 'function in sql, BEGIN ATOMIC',
    write: (call) =>
      `CREATE FUNCTION judge(body text) RETURNS text LANGUAGE sql PARALLEL SAFE COST 5000\nBEGIN ATOMIC\n  SELECT ${call};\nEND;`,
  },
  {
    name: 'function in plpgsql',
    write: (call) =>
      `CREATE FUNCTION judge(body text) RETURNS text LANGUAGE plpgsql AS $body$\nBEGIN\n  RETURN ${call};\nEND;\n$body$;`,
    says: ({ service }) => (service === 'Bedrock' ? [] : ['PGM006']),
  },
  {
    name: 'procedure',
    write: (call) =>
      `CREATE PROCEDURE judge() LANGUAGE plpgsql AS $$\nDECLARE said text;\nBEGIN\n  said := ${call};\nEND $$;`,
  },
  { name: 'DO', write: (call) => `DO $do$ BEGIN\n  PERFORM ${call} ${some};\nEND $do$;` },
  {
    name: 'trigger function',
    write: (call) =>
      `CREATE FUNCTION judge() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW.said := ${call};\n  RETURN NEW;\nEND $$;`,
    says: () => ['PGM036'],
  },
];

const mysql: readonly Omit<CallContext, 'dialect'>[] = [
  { name: 'select list', write: (call) => `SELECT r.id, ${call} ${some};` },
  { name: 'WHERE', write: (call) => `SELECT r.id FROM reviews r WHERE r.id < 100 AND ${call} IS NOT NULL;` },
  {
    name: 'CTE',
    write: (call) => `WITH judged AS (SELECT r.id, ${call} AS said ${some}) SELECT id, said FROM judged;`,
  },
  { name: 'subquery', write: (call) => `SELECT q.said FROM (SELECT ${call} AS said ${some}) q;` },
  { name: 'CASE', write: (call) => `SELECT CASE WHEN r.id > 1 THEN ${call} END ${some};` },
  {
    name: 'beside a window',
    write: (call) => `SELECT ROW_NUMBER() OVER (PARTITION BY r.author ORDER BY r.id), ${call} ${some};`,
  },
  { name: 'UNION', write: (call) => `SELECT NULL UNION ALL SELECT ${call} ${some};` },
  {
    name: 'view',
    write: (call) => `CREATE OR REPLACE VIEW judged AS SELECT r.id, ${call} AS said ${some};`,
    says: () => ['MYM030'],
  },
  { name: 'CREATE TABLE AS', write: (call) => `CREATE TABLE judged AS SELECT r.id, ${call} AS said ${some};` },
  { name: 'INSERT … SELECT', write: (call) => `INSERT INTO judged (id, said) SELECT r.id, ${call} ${some};` },
  { name: 'INSERT … VALUES', write: (call) => `INSERT INTO judged (id, said) VALUES (1, ${call});` },
  { name: 'REPLACE', write: (call) => `REPLACE INTO judged (id, said) VALUES (1, ${call});` },
  {
    name: 'UPDATE',
    write: (call) => `UPDATE reviews r SET said = ${call} WHERE r.id < 100;`,
    says: ({ service }) => (service === 'Comprehend' ? ['MYM015'] : []),
  },
  { name: 'SET', write: (call) => `SET @said = ${call};` },
  { name: 'EXPLAIN', write: (call) => `EXPLAIN SELECT ${call} ${some};` },
  { name: 'version comment', write: (call) => `/*!80000 SELECT ${call} ${some} */;` },
  {
    name: 'procedure, with DELIMITER',
    write: (call) =>
      `DELIMITER //\nCREATE PROCEDURE judge()\nBEGIN\n  UPDATE reviews r SET said = ${call} WHERE r.id < 100;\nEND//\nDELIMITER ;`,
    says: ({ service }) => (service === 'Comprehend' ? ['MYM015'] : []),
  },
  {
    name: 'procedure, without DELIMITER',
    write: (call) => `CREATE PROCEDURE judge()\nBEGIN\n  UPDATE reviews r SET said = ${call} WHERE r.id < 100;\nEND;`,
    says: ({ service }) => (service === 'Comprehend' ? ['MYM015'] : []),
  },
  {
    name: 'function',
    write: (call) => `CREATE FUNCTION judge(body TEXT) RETURNS VARCHAR(10) READS SQL DATA RETURN ${call};`,
  },
  {
    name: 'event',
    write: (call) =>
      `CREATE EVENT judge ON SCHEDULE EVERY 1 HOUR DO UPDATE reviews r SET said = ${call} WHERE r.id < 100;`,
    says: ({ service }) => (service === 'Comprehend' ? ['MYM015'] : []),
  },
  {
    name: 'trigger',
    write: (call) => `CREATE TRIGGER judge BEFORE INSERT ON reviews FOR EACH ROW SET NEW.said = ${call};`,
    says: () => ['MYM023'],
  },
];

/** Where calls are tried, in each dialect. */
export const callContexts: readonly CallContext[] = [
  ...postgresql.map((context): CallContext => ({ ...context, dialect: 'postgresql' })),
  ...mysql.map((context): CallContext => ({ ...context, dialect: 'mysql' })),
];
