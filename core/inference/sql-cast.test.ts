import { expect, test } from 'vitest';
import { castTo, typeFamilyOf } from './sql-cast.ts';

test('knows the families of both dialects, with their modifiers', () => {
  const families = Object.fromEntries(
    ['double precision', 'REAL', 'numeric(8, 2)', 'INT UNSIGNED', 'bigint', 'int4', 'bool', 'varchar(20)', 'text'].map(
      (type) => [type, typeFamilyOf(type)],
    ),
  );
  expect(families).toEqual({
    'double precision': 'float',
    REAL: 'float',
    'numeric(8, 2)': 'decimal',
    'INT UNSIGNED': 'integer',
    bigint: 'integer',
    int4: 'integer',
    bool: 'boolean',
    'varchar(20)': 'text',
    text: 'text',
  });
});

test('gives the value without the blanks around it', () => {
  expect(castTo('double precision', ' 0.873\r')).toEqual({ value: '0.873' });
  expect(castTo('integer', '-3')).toEqual({ value: '-3' });
  expect(castTo('boolean', 'True')).toEqual({ value: 'True' });
  expect(castTo('varchar(20)', ' as it is ')).toEqual({ value: ' as it is ' });
});

test('says where the query would fail', () => {
  expect(castTo('integer', '0.873')).toEqual({
    error: '"0.873" is not of type integer: the query fails on this row. Declare the type the model gives.',
  });
  expect(castTo('numeric', 'Infinity')).toHaveProperty('error');
  expect(castTo('real', '')).toHaveProperty('error');
  expect(castTo('boolean', '2')).toHaveProperty('error');
});
