import type { Answer } from '@aurora-blueprint/core/inference/answer.ts';
import { planRequest } from '@aurora-blueprint/core/inference/plan-request.ts';
import { runPlan } from '@aurora-blueprint/core/inference/run-plan.ts';
import { castTo } from '@aurora-blueprint/core/inference/sql-cast.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offlineProvider } from './offline-provider.ts';
import { standInOutput } from './stand-in-output.ts';
import { sentimentOf } from './stand-in-sentiment.ts';

function judge(texts: readonly string[], languageCode = 'en'): Promise<readonly Answer[]> {
  const rows = texts.map((text) => ({ text, languageCode }));
  return runPlan(offlineProvider, planRequest({ service: 'Comprehend', rows, maxRowsPerBatch: null }));
}

test('English texts get a sentiment', async () => {
  const answers = await judge([
    'I love this keyboard, it is wonderful!',
    'Terrible. It broke after a day and support was rude.',
    'The parcel has four keys.',
    'Not good.',
    'I don’t like it.',
  ]);
  expect(answers.map((answer) => answer.kind === 'sentiment' && answer.sentiment)).toEqual([
    'POSITIVE',
    'NEGATIVE',
    'NEUTRAL',
    'NEGATIVE',
    'NEGATIVE',
  ]);
});

test('other languages get no guess', async () => {
  expect(await judge(['Ich liebe es'], 'de')).toEqual([
    { kind: 'error', message: 'The stand-in knows English (en) only. Choose the inference provider aws for de.' },
  ]);
});

test('the confidence is 0.5 at the threshold and 1 at the ends', () => {
  expect(sentimentOf(0)).toEqual({ kind: 'sentiment', sentiment: 'NEUTRAL', confidence: 1 });
  expect(sentimentOf(0.05)).toEqual({ kind: 'sentiment', sentiment: 'POSITIVE', confidence: 0.5 });
  expect(sentimentOf(-0.05)).toEqual({ kind: 'sentiment', sentiment: 'NEGATIVE', confidence: 0.5 });
  expect(sentimentOf(1)).toEqual({ kind: 'sentiment', sentiment: 'POSITIVE', confidence: 1 });
  expect(sentimentOf(-0.525)).toEqual({ kind: 'sentiment', sentiment: 'NEGATIVE', confidence: 0.75 });
});

test('any text gets a sentiment that Comprehend could give, with a confidence between 0.5 and 1', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (text) => {
      const [answer] = await judge([text]);
      expect(answer).toEqual({
        kind: 'sentiment',
        sentiment: expect.stringMatching(/^(?:POSITIVE|NEGATIVE|NEUTRAL)$/),
        confidence: expect.any(Number),
      });
      if (answer?.kind === 'sentiment') {
        expect(answer.confidence).toBeGreaterThanOrEqual(0.5);
        expect(answer.confidence).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('an endpoint gets an output of the declared type, the same for the same inputs', async () => {
  const plan = planRequest({
    service: 'SageMaker',
    endpointName: 'fraud-detector',
    rows: [
      ['12.5', 'DE'],
      ['12.5', 'FR'],
      ['12.5', 'DE'],
    ],
    maxRowsPerBatch: null,
    outputType: 'double precision',
  });
  const [first, second, third] = await runPlan(offlineProvider, plan);
  expect(first).toEqual({ kind: 'output', text: expect.stringMatching(/^0\.\d{4}$/) });
  expect(second).not.toEqual(first);
  expect(third).toEqual(first);
  expect(offlineProvider.notice(plan.request)).toContain('not your model');
});

test('a stand-in output survives the cast to its type', () => {
  const types = ['double precision', 'real', 'numeric(6,2)', 'integer', 'bigint', 'boolean', 'varchar', 'text'];
  const record = fc.array(fc.option(fc.string()), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...types), record, (type, cells) => {
      expect(castTo(type, standInOutput('churn', cells, type))).toHaveProperty('value');
    }),
  );
});
