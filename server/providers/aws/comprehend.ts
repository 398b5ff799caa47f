import type { Answer } from '@aurora-blueprint/core/inference/answer.ts';
import type { SentimentBatch } from '@aurora-blueprint/core/inference/plan.ts';
import {
  BatchDetectSentimentCommand,
  type BatchDetectSentimentItemResult,
  ComprehendClient,
  type ComprehendClientConfig,
  type LanguageCode,
  type SentimentScore,
} from '@aws-sdk/client-comprehend';

/** Calls BatchDetectSentiment. */
export class Comprehend {
  readonly #client: ComprehendClient;

  constructor(options: ComprehendClientConfig) {
    this.#client = new ComprehendClient(options);
  }

  /** One answer for each text; a text that Comprehend could not take has its error. Throws what the SDK throws. */
  async detectSentiment({ texts, languageCode }: SentimentBatch): Promise<readonly Answer[]> {
    const command = new BatchDetectSentimentCommand({
      TextList: [...texts],
      // The plan withholds other codes.
      LanguageCode: languageCode as LanguageCode,
    });
    const { ResultList = [], ErrorList = [] } = await this.#client.send(command);
    return texts.map((_, index) => {
      const error = ErrorList.find(({ Index }) => Index === index);
      if (error !== undefined) return refused(error.ErrorCode, error.ErrorMessage);
      return answerOf(ResultList.find(({ Index }) => Index === index));
    });
  }
}

const scoreNames = {
  POSITIVE: 'Positive',
  NEGATIVE: 'Negative',
  NEUTRAL: 'Neutral',
  MIXED: 'Mixed',
} as const satisfies Record<string, keyof SentimentScore>;

function answerOf(result: BatchDetectSentimentItemResult | undefined): Answer {
  const sentiment = result?.Sentiment;
  const confidence = sentiment && result?.SentimentScore?.[scoreNames[sentiment]];
  if (sentiment === undefined || confidence === undefined) return refused('no answer', 'The text was left out.');
  return { kind: 'sentiment', sentiment, confidence };
}

function refused(code = 'no code', message = ''): Answer {
  return { kind: 'error', message: `Comprehend did not judge this text (${code}). ${message}`.trim() };
}
