import { expect, test } from 'vitest';
import { endpointAnswers } from './endpoint-answers.ts';

test('one record answers one row', () => {
  expect(endpointAnswers('0.1\n0.9\n', 2)).toEqual([
    { kind: 'output', text: '0.1' },
    { kind: 'output', text: '0.9' },
  ]);
});

test('a record of several cells is one text, for a composite type', () => {
  expect(endpointAnswers('0.1,ok\n0.9,"fraud, likely"', 2)).toEqual([
    { kind: 'output', text: '0.1,ok' },
    { kind: 'output', text: '0.9,"fraud, likely"' },
  ]);
});

test('XGBoost answers all rows in one record', () => {
  expect(endpointAnswers('0.1,0.2,0.3', 3).map((answer) => answer.kind === 'output' && answer.text)).toEqual([
    '0.1',
    '0.2',
    '0.3',
  ]);
});

test('another number of records answers no row', () => {
  const message = 'The endpoint answered 1 records to 2 rows. Aurora needs one record for each row.';
  expect(endpointAnswers('{"predictions": 0.1}', 2)).toEqual([
    { kind: 'error', message },
    { kind: 'error', message },
  ]);
});
