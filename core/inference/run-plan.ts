import type { Answer } from './answer.ts';
import type { InferencePlan } from './plan.ts';
import type { InferenceProvider } from './provider.ts';

/**
 * Sends the batches of a plan one after another and gives one answer for each row of the request, in its order. When
 * a batch fails, the rest is not sent: the failure (no credentials, no endpoint) would repeat and may cost.
 */
export async function runPlan(provider: InferenceProvider, plan: InferencePlan): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  for (const { row, message } of plan.withheld) answers.set(row, { kind: 'error', message });
  let unanswered = 'The provider gave no answer to this row.';
  for (const batch of plan.batches) {
    const result = await provider.infer(batch);
    if (result.kind === 'failed') {
      unanswered = result.message;
      break;
    }
    batch.rows.forEach((row, index) => {
      const answer = result.answers[index];
      if (answer !== undefined) answers.set(row, answer);
    });
  }
  return plan.request.rows.map((_, row) => answers.get(row) ?? { kind: 'error', message: unanswered });
}
