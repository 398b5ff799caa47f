import { expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { splitText, statementsOf } from '../text/split-statements.ts';
import { routineOf } from './routine.ts';

/** The parameters and the result of a function, as a signature would show them. */
function signature(text: string, dialect: SqlDialect = 'postgresql'): string | undefined {
  const [placed] = statementsOf(splitText(text, dialect));
  const routine = placed && routineOf(placed.statement);
  const parameters = routine?.parameters.map(({ name = '-', type, optional, variadic }) => {
    return `${variadic ? '...' : ''}${name}: ${type}${optional ? '?' : ''}`;
  });
  return parameters && `${parameters.join(', ')} → ${routine?.returns}`;
}

test.each([
  ['f(a int, b double precision) RETURNS int', 'a: int, b: double precision → int'],
  ['f(int, character varying(20), text[]) RETURNS text[]', '-: int, -: character varying(20), -: text[] → text[]'],
  ["f(IN a text DEFAULT 'x, y', b numeric(10, 2) = 5) RETURNS SETOF t", 'a: text?, b: numeric(10,2)? → SETOF t'],
  ['f(a int, OUT b int, INOUT c int)', 'a: int, c: int → undefined'],
  ['f(VARIADIC rest "any") RETURNS void', '...rest: any → void'],
  [
    'f(at timestamp with time zone, timestamp without time zone) RETURNS date',
    'at: timestamp with time zone, -: timestamp without time zone → date',
  ],
  ['f() RETURNS TABLE (id int, score real)', ' → TABLE (id int, score real)'],
  ['f(a int, b', 'a: int, -: b → undefined'],
])('CREATE FUNCTION %s', (head, expected) => expect(signature(`CREATE FUNCTION ${head}`)).toBe(expected));

test('of a procedure of MySQL', () => {
  const text = 'CREATE DEFINER = a@b PROCEDURE run(IN a INT UNSIGNED, OUT b VARCHAR(20) CHARSET utf8mb4) BEGIN END';
  expect(signature(text, 'mysql')).toBe('a: int unsigned → undefined');
});

test('IF NOT EXISTS is not the name', () => {
  const [placed] = statementsOf(splitText('CREATE FUNCTION IF NOT EXISTS score(a INT) RETURNS INT RETURN a', 'mysql'));
  expect(placed && routineOf(placed.statement)).toMatchObject({ name: 'score', parameters: [{ name: 'a' }] });
});
