import type { Answer } from '@aurora-blueprint/core/inference/answer.ts';
import { SentimentIntensityAnalyzer } from 'vader-sentiment';

type SentimentAnswer = Extract<Answer, { kind: 'sentiment' }>;

/** What stands in for Comprehend's judgement of an English text. */
export function standInSentiment(text: string): SentimentAnswer {
  return sentimentOf(SentimentIntensityAnalyzer.polarity_scores(forVader(text)).compound);
}

/** The compound score from which VADER's authors call a text positive or, below zero, negative (ICWSM 2014). */
const threshold = 0.05;

/**
 * The sentiment that stands in for Comprehend's, from VADER's compound score (-1 to +1). The confidence is derived:
 * it grows evenly from 0.5 at the threshold to 1, at the ends of the scale for POSITIVE and NEGATIVE, at zero for
 * NEUTRAL. MIXED is never said: the score cannot tell a text with both from one with neither.
 */
export function sentimentOf(compound: number): SentimentAnswer {
  const strength = Math.abs(compound);
  if (strength < threshold) {
    return { kind: 'sentiment', sentiment: 'NEUTRAL', confidence: toHundredths(1 - strength / threshold / 2) };
  }
  const confidence = toHundredths(0.5 + (strength - threshold) / (1 - threshold) / 2);
  return { kind: 'sentiment', sentiment: compound > 0 ? 'POSITIVE' : 'NEGATIVE', confidence };
}

/** More digits would claim a precision that the score does not have. */
function toHundredths(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

const negations =
  /\b(?:not|never|no|none|nor|neither|nothing|nowhere|nope|cannot|without|rarely|seldom|despite|\w+n't)\b/gi;

/**
 * A text as vader-sentiment wants it: the port knows negations in lower case and with a straight apostrophe only, so
 * that it takes "Not good" and "I don’t like it" for praise. The other words keep their capitals, which VADER weighs.
 */
function forVader(text: string): string {
  return text.replaceAll('\u2019', "'").replace(negations, (word) => word.toLowerCase());
}
