import type { Answer } from '@aurora-blueprint/core/inference/answer.ts';
import type { SentimentBatch } from '@aurora-blueprint/core/inference/plan.ts';
import type { InferenceProvider } from '@aurora-blueprint/core/inference/provider.ts';
import { standInOutput } from './stand-in-output.ts';

/** The stand-in that answers on this machine: no account, no network, and it says that it is none of AWS's models. */
export const offlineProvider: InferenceProvider = {
  name: 'offline',
  notice: (request) =>
    request.service === 'Comprehend'
      ? 'Offline stand-in, not Comprehend: sentiment by VADER, a list of English words. It never says MIXED, and derives the confidence from its score.'
      : 'Offline stand-in, not your model: each output is a figure computed from the inputs, of the declared type. Only its shape is true.',
  infer: async (batch) => ({
    kind: 'answered',
    answers:
      batch.service === 'Comprehend'
        ? await sentiments(batch)
        : batch.records.map((record) => ({
            kind: 'output',
            text: standInOutput(batch.endpointName, record, batch.outputType),
          })),
  }),
};

async function sentiments({ languageCode, texts }: SentimentBatch): Promise<readonly Answer[]> {
  if (languageCode !== 'en') {
    const message = `The stand-in knows English (en) only. Choose the inference provider aws for ${languageCode}.`;
    return texts.map(() => ({ kind: 'error', message }));
  }
  // The word list is loaded with the first preview, not with the server.
  const { standInSentiment } = await import('./stand-in-sentiment.ts');
  return texts.map(standInSentiment);
}
