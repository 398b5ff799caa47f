import { describe, expect, test } from 'vitest';
import { applyEdits } from '../text/range.ts';
import { analyzeSql } from './analyze.ts';

const rules = (text: string) => analyzeSql(text, { dialect: 'postgresql' }).findings.map(({ rule }) => rule);
const wrong = "SELECT (aws_comprehend.detect_sentiment(body, 'xx')).sentiment FROM reviews WHERE id = 7";

describe('a suppression', () => {
  test('at the end of a line covers what is said there', () => {
    expect(rules(`${wrong};`)).toEqual(['PGM002']);
    expect(rules(`${wrong}; -- aurora-ignore PGM002: a test of our own`)).toEqual([]);
    expect(rules(`${wrong};\nSELECT 1; -- aurora-ignore PGM002: a test`)).toEqual(['PGM002', 'FMT008']);
  });

  test('above a statement covers all of it', () => {
    const text = wrong.replace(' FROM', '\n  FROM').replace('SELECT ', 'SELECT\n  ');
    expect(rules(`-- aurora-ignore PGM002: a test\n-- and another comment\n\n${text};`)).toEqual([]);
    expect(rules(`-- aurora-ignore PGM002: a test\nSELECT 1;\n${text};`)).toEqual(['FMT008', 'PGM002']);
  });

  test('inside a statement covers the next line, in the body of a function too', () => {
    const body = `DO $$ BEGIN\n  -- aurora-ignore PGM002: a test\n  PERFORM ${wrong.slice('SELECT '.length)};\nEND $$;`;
    expect(rules(body)).toEqual([]);
  });

  test('without a reason suppresses nothing', () => {
    expect(rules(`${wrong}; -- aurora-ignore PGM002`)).toEqual(['PGM002', 'FMT007']);
  });

  test('that silences nothing is taken away with its comment', () => {
    const text = 'SELECT 1; -- aurora-ignore PGM002: a test\n';
    const [unused] = analyzeSql(text, { dialect: 'postgresql' }).findings;
    expect(applyEdits(text, unused?.fixes[0]?.edits ?? [])).toBe('SELECT 1;\n');
  });

  test('of what a parser says may do nothing', () => {
    expect(rules('SELECT 1; -- aurora-ignore PGM900: newer than the parser')).toEqual([]);
  });
});
