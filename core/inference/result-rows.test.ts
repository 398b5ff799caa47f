import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultRows } from './result-rows.ts';

const positive = { kind: 'sentiment', sentiment: 'POSITIVE', confidence: 0.9985108375549316 } as const;

test('detect_sentiment of PostgreSQL gives two columns, the confidence as a 4-byte number', () => {
  const columns = [
    { name: 'sentiment', type: 'varchar' },
    { name: 'confidence', type: 'real' },
  ];
  expect(resultRows(columns, [positive])).toEqual([{ values: ['POSITIVE', '0.99851084'] }]);
});

test('the two functions of MySQL give one column each', () => {
  expect(resultRows([{ name: 'sentiment', type: 'varchar' }], [positive])).toEqual([{ values: ['POSITIVE'] }]);
  expect(resultRows([{ name: 'confidence', type: 'double' }], [positive])).toEqual([
    { values: ['0.9985108375549316'] },
  ]);
});

test('the output of an endpoint is cast to its declared type, row by row', () => {
  const columns = [{ name: 'model_output', type: 'double precision' }];
  const rows = resultRows(columns, [
    { kind: 'output', text: '0.12' },
    { kind: 'output', text: 'fraud' },
    { kind: 'error', message: 'The model is asleep.' },
  ]);
  expect(rows).toEqual([
    { values: ['0.12'] },
    { error: expect.stringContaining('"fraud" is not of type double precision') },
    { error: 'The model is asleep.' },
  ]);
});

test('a printed real reads back as the same 4-byte number', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, min: 0, max: 1 }), (confidence) => {
      const [row] = resultRows([{ name: 'confidence', type: 'real' }], [{ ...positive, confidence }]);
      expect(row).toEqual({ values: [expect.any(String)] });
      if (row !== undefined && 'values' in row) expect(Math.fround(Number(row.values[0]))).toBe(confidence);
    }),
  );
});
