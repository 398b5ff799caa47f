import { expect, test } from 'vitest';
import { planRequest } from './plan-request.ts';
import type { BatchResult, InferenceProvider } from './provider.ts';
import { runPlan } from './run-plan.ts';

const texts = ['one', null, 'two', 'three', 'four'];
const plan = planRequest({
  service: 'Comprehend',
  rows: texts.map((text) => ({ text, languageCode: 'en' })),
  maxRowsPerBatch: 2,
});

/** Answers each batch with what `results` holds for it, and counts the batches. */
function provider(results: readonly BatchResult[]): InferenceProvider & { readonly calls: number } {
  let calls = 0;
  return {
    name: 'offline',
    notice: () => undefined,
    infer: async () => results[calls++] ?? { kind: 'failed', message: 'No more.' },
    get calls() {
      return calls;
    },
  };
}

function outputs(...values: readonly string[]): BatchResult {
  return { kind: 'answered', answers: values.map((text) => ({ kind: 'output', text })) };
}

test('answers come back in the order of the rows, with the withheld among them', async () => {
  const answers = await runPlan(provider([outputs('1', '2'), outputs('3', '4')]), plan);
  expect(answers).toEqual([
    { kind: 'output', text: '1' },
    { kind: 'error', message: 'The text is NULL: there is nothing to send.' },
    { kind: 'output', text: '2' },
    { kind: 'output', text: '3' },
    { kind: 'output', text: '4' },
  ]);
});

test('after a failure nothing more is sent, and what was answered stays', async () => {
  const asked = provider([outputs('1', '2'), { kind: 'failed', message: 'Sign in.' }, outputs('never')]);
  expect((await runPlan(asked, plan)).slice(2)).toEqual([
    { kind: 'output', text: '2' },
    { kind: 'error', message: 'Sign in.' },
    { kind: 'error', message: 'Sign in.' },
  ]);
  expect(asked.calls).toBe(2);
});

test('a row without an answer says so', async () => {
  const answers = await runPlan(provider([outputs('1'), outputs('3', '4')]), plan);
  expect(answers[2]).toEqual({ kind: 'error', message: 'The provider gave no answer to this row.' });
});
