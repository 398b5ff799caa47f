import { describe, expect, test } from 'vitest';
import { applyEdits } from '../text/range.ts';
import {
  decideDialect,
  designFileOf,
  nameDesign,
  nameDialect,
  placeOfNamedDesign,
  readAuroraComment,
} from './dialect.ts';

test('the first that speaks decides: setting, comment, file name, design, text', () => {
  const text = '-- aurora: mysql\nSELECT 1::int';
  expect(decideDialect({ setting: 'postgresql', fileName: 'a.mysql.sql', engine: 'aurora-mysql', text })).toEqual({
    dialect: 'postgresql',
    reason: 'setting',
  });
  expect(decideDialect({ fileName: 'a.postgresql.sql', engine: 'aurora-postgresql', text })).toEqual({
    dialect: 'mysql',
    reason: 'comment',
  });
  expect(decideDialect({ fileName: '/x/fraud.MySQL.sql', engine: 'aurora-postgresql', text: '' })).toEqual({
    dialect: 'mysql',
    reason: 'file name',
  });
  expect(decideDialect({ fileName: 'a.sql', engine: 'aurora-mysql', text: 'SELECT 1::int' })).toEqual({
    dialect: 'mysql',
    reason: 'design',
  });
  expect(decideDialect({ fileName: 'mysql.sql', text: 'SELECT 1::int' })).toEqual({
    dialect: 'postgresql',
    reason: 'statement',
  });
});

describe('the text itself', () => {
  test.each([
    ["SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews", 'mysql'],
    ['DELIMITER //\nCREATE PROCEDURE p() BEGIN END//', 'mysql'],
    ['CREATE TABLE `t` (id INT AUTO_INCREMENT)', 'mysql'],
    ["SELECT (aws_comprehend.detect_sentiment(body, 'en')).sentiment", 'postgresql'],
    ['DO $$ BEGIN END $$', 'postgresql'],
    ['SELECT 1', 'postgresql'],
    ['', 'postgresql'],
  ])('%s', (text, dialect) => {
    expect(decideDialect({ text }).dialect).toBe(dialect);
  });
});

test('an aurora comment names a dialect, a design, or both', () => {
  expect(readAuroraComment('SELECT 1;\n  -- aurora: MySQL ./fraud.aurora.yaml\n-- aurora: postgres')).toEqual({
    dialect: 'mysql',
    design: './fraud.aurora.yaml',
  });
  expect(readAuroraComment('# aurora: ../cluster.template.json')).toEqual({ design: '../cluster.template.json' });
  expect(readAuroraComment('-- aurora\n-- see aurora: mysql')).toEqual({});
});

test('an aurora comment names its design at a place of the text', () => {
  const text = 'SELECT 1;\r\n  -- aurora: mysql  ./fraud.aurora.yaml \r\nSELECT 2;';
  const { start, end } = placeOfNamedDesign(text) ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('./fraud.aurora.yaml');
  expect(placeOfNamedDesign('-- aurora: mysql')).toBeUndefined();
  expect(placeOfNamedDesign('SELECT 1')).toBeUndefined();
});

test.each([
  ['SELECT 1;\r\n', '-- aurora: ./a.aurora.yaml\r\nSELECT 1;\r\n'],
  ['\ufeffSELECT 1;', '\ufeff-- aurora: ./a.aurora.yaml\nSELECT 1;'],
  ['SELECT 1;\n# aurora: mysql\n', 'SELECT 1;\n# aurora: mysql ./a.aurora.yaml\n'],
  ['-- aurora: ../stack.yaml#Orders mysql', '-- aurora: ./a.aurora.yaml mysql'],
])('a design is named in %j', (text, named) => {
  expect(applyEdits(text, [nameDesign(text, './a.aurora.yaml')])).toBe(named);
});

test('a name says which of several designs of a file is meant', () => {
  const text = '-- aurora: ../stack.yaml#Orders';
  expect(readAuroraComment(text)).toEqual({ design: '../stack.yaml#Orders' });
  expect(designFileOf('../stack.yaml#Orders')).toEqual({ path: '../stack.yaml', of: 'Orders' });
  const { start, end } = placeOfNamedDesign(text) ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('../stack.yaml');
});

describe('a dialect that a person chooses', () => {
  const said = (text: string, dialect?: 'mysql' | 'postgresql') => {
    const edit = nameDialect(text, dialect);
    return edit === undefined ? text : applyEdits(text, [edit]);
  };

  test('stands in the -- aurora: line, in a new one on top where there is none', () => {
    expect(said('SELECT 1;\r\nSELECT 2;', 'mysql')).toBe('-- aurora: mysql\r\nSELECT 1;\r\nSELECT 2;');
    expect(said('\ufeffSELECT 1;', 'mysql')).toBe('\ufeff-- aurora: mysql\nSELECT 1;');
    expect(said('-- aurora: ./a.aurora.yaml\nSELECT 1;', 'mysql')).toBe('-- aurora: mysql ./a.aurora.yaml\nSELECT 1;');
    expect(said('SELECT 1;\n# aurora: postgres ./a.aurora.yaml\n', 'mysql')).toBe(
      'SELECT 1;\n# aurora: mysql ./a.aurora.yaml\n',
    );
  });

  test('is taken out again, and the line with it when it says nothing else', () => {
    expect(said('-- aurora: mysql\nSELECT 1;')).toBe('SELECT 1;');
    expect(said('-- aurora: mysql  ./a.aurora.yaml\nSELECT 1;')).toBe('-- aurora: ./a.aurora.yaml\nSELECT 1;');
    expect(said('SELECT 1;')).toBe('SELECT 1;');
  });
});
