import { json, jsonRpcError, type LoopbackRequest, type LoopbackResponse } from './message.ts';

const languages = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'ko', 'pt', 'zh', 'zh-TW'];
const sentiments = ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'] as const;

/** What the loopback says of a text that contains a word; NEUTRAL of a text with none of them. */
export type SentimentTable = Readonly<Record<string, (typeof sentiments)[number]>>;

interface BatchDetectSentimentInput {
  readonly TextList: readonly string[];
  readonly LanguageCode: string;
}

/** Answers BatchDetectSentiment as Comprehend does: scores for every text, and an error for each it cannot take. */
export function answerComprehend(request: LoopbackRequest, table: SentimentTable): LoopbackResponse {
  const target = request.headers['x-amz-target'];
  const isKnown = target === 'Comprehend_20171127.BatchDetectSentiment' && request.path === '/';
  if (!isKnown || request.headers['content-type'] !== 'application/x-amz-json-1.1') {
    return jsonRpcError({ status: 400, code: 'UnknownOperationException', message: `Not known here: ${target}` });
  }
  const { TextList, LanguageCode }: BatchDetectSentimentInput = JSON.parse(request.body);
  if (!languages.includes(LanguageCode)) return refused(`Value '${LanguageCode}' at 'languageCode' is not allowed`);
  if (TextList.some((text) => text === '')) return refused("Value at 'textList' is too short");
  if (TextList.length > 25) {
    const message = `Input list is ${TextList.length} long, at most 25 are allowed`;
    return jsonRpcError({ status: 400, code: 'BatchSizeLimitExceededException', message });
  }
  const texts = TextList.map((text, Index) => ({ text, Index }));
  return json(200, {
    ResultList: texts
      .filter(({ text }) => !isTooLong(text))
      .map(({ text, Index }) => ({ Index, ...score(text, table) })),
    ErrorList: texts
      .filter(({ text }) => isTooLong(text))
      .map(({ Index }) => ({
        Index,
        ErrorCode: 'TEXT_SIZE_LIMIT_EXCEEDED',
        ErrorMessage: 'Input text size exceeds limit of 5000 bytes',
      })),
  });
}

function refused(message: string): LoopbackResponse {
  return jsonRpcError({ status: 400, code: 'ValidationException', message });
}

function isTooLong(text: string): boolean {
  return Buffer.byteLength(text) > 5000;
}

function score(text: string, table: SentimentTable) {
  const entry = Object.entries(table).find(([word]) => text.includes(word));
  const Sentiment = entry?.[1] ?? 'NEUTRAL';
  const scores = sentiments.map((name) => [
    name.charAt(0) + name.slice(1).toLowerCase(),
    // A 4-byte number as Comprehend sends it, in the digits of an 8-byte one.
    Math.fround(name === Sentiment ? 0.97 : 0.01),
  ]);
  return { Sentiment, SentimentScore: Object.fromEntries(scores) };
}
