/** What Comprehend says of a text. */
export type Sentiment = 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL' | 'MIXED';

/** The answer to one row. */
export type Answer =
  /** Confidence is between 0 and 1. */
  | { readonly kind: 'sentiment'; readonly sentiment: Sentiment; readonly confidence: number }
  /** One record of the CSV that an endpoint answered. */
  | { readonly kind: 'output'; readonly text: string }
  /** The row has no value; the message says why and what to do. */
  | { readonly kind: 'error'; readonly message: string };
