declare module 'vader-sentiment' {
  /** VADER, a list of English words with their sentiment and rules to sum them (Hutto and Gilbert, ICWSM 2014). */
  export const SentimentIntensityAnalyzer: {
    /** `compound` runs from -1 (most negative) to +1 (most positive). */
    polarity_scores(text: string): { readonly compound: number };
  };
}
