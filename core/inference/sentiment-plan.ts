import { batch_documents, text_minimum, text_size } from '../facts/generated/ml.ts';
import { sentimentLanguages } from '../facts/ml.ts';
import { countOf, formatCount } from '../text/quantity.ts';
import { utf8Length } from '../text/utf8-length.ts';
import { cutIntoBatches } from './batching.ts';
import type { InferencePlan, SentimentBatch, WithheldRow } from './plan.ts';
import type { Cell, SentimentRequest } from './request.ts';

/**
 * Plans calls of BatchDetectSentiment: one language a call, at most 25 texts, none over 5,000 bytes (Comprehend API
 * Reference, BatchDetectSentiment). A row that Comprehend would refuse is withheld, so that it spoils no other.
 */
export function planSentiment(request: SentimentRequest): InferencePlan {
  const withheld: WithheldRow[] = [];
  const byLanguage = new Map<string, { row: number; text: string; bytes: number }[]>();
  for (const [row, { text, languageCode }] of request.rows.entries()) {
    const message = refusalOfText(text) ?? refusalOfLanguage(languageCode);
    if (message !== undefined) withheld.push({ row, message });
    if (message !== undefined || text === null || languageCode === null) continue;
    const group = byLanguage.get(languageCode) ?? [];
    byLanguage.set(languageCode, group);
    group.push({ row, text, bytes: utf8Length(text) });
  }
  const limits = {
    maxRows: Math.min(request.maxRowsPerBatch ?? batch_documents.value, batch_documents.value),
    maxBytes: Number.POSITIVE_INFINITY,
    separatorBytes: 0,
  };
  const batches = [...byLanguage].flatMap(([languageCode, texts]) =>
    cutIntoBatches(texts, limits).map(
      (batch): SentimentBatch => ({
        service: 'Comprehend',
        rows: batch.rows.map(({ row }) => row),
        languageCode,
        texts: batch.rows.map(({ text }) => text),
        bytes: batch.bytes,
      }),
    ),
  );
  return { request, batches, withheld };
}

function refusalOfText(text: Cell): string | undefined {
  if (text === null) return 'The text is NULL: there is nothing to send.';
  if (text.length < text_minimum.value) return 'The text is empty: Comprehend refuses it.';
  const bytes = utf8Length(text);
  if (bytes <= text_size.value) return undefined;
  return `The text has ${countOf(bytes, 'byte')}: Comprehend takes at most ${formatCount(text_size.value)}. Shorten it.`;
}

function refusalOfLanguage(languageCode: Cell): string | undefined {
  if (languageCode !== null && sentimentLanguages.includes(languageCode)) return undefined;
  const written = languageCode === null ? 'NULL' : `"${languageCode}"`;
  return `${written} is no language code of Comprehend. Use one of ${sentimentLanguages.join(', ')}.`;
}
