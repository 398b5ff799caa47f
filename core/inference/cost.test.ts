import { expect, test } from 'vitest';
import { costOf } from './cost.ts';
import { planRequest } from './plan-request.ts';

function costOfTexts(...texts: readonly string[]): string {
  const rows = texts.map((text) => ({ text, languageCode: 'en' }));
  return costOf(planRequest({ service: 'Comprehend', rows, maxRowsPerBatch: null }));
}

test('Comprehend: units of 100 characters, at least 3 for each text, and no invented price', () => {
  const cost = costOfTexts('short', 'x'.repeat(300), 'x'.repeat(301));
  expect(cost).toBe(
    'At most 10 units of 100 characters (at least 3 for each text). ' +
      'Price of a unit: see https://aws.amazon.com/comprehend/pricing/',
  );
});

test('characters are counted, not bytes or halves of a surrogate pair', () => {
  expect(costOfTexts('😀'.repeat(400))).toContain('At most 4 units');
});

test('a text that is not sent costs nothing', () => {
  expect(costOfTexts('fine', '')).toContain('At most 3 units');
});

test('SageMaker: the number of calls', () => {
  const plan = planRequest({
    service: 'SageMaker',
    endpointName: 'fraud-detector',
    rows: [['1'], ['2'], ['3']],
    maxRowsPerBatch: 2,
    outputType: 'real',
  });
  expect(costOf(plan)).toBe(
    '2 calls of the endpoint. What a call costs depends on what it runs on: see https://aws.amazon.com/sagemaker/ai/pricing/',
  );
});
