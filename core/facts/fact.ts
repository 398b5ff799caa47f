/** How well a fact is founded; facts of low confidence never become errors. */
export type Confidence = 'high' | 'medium' | 'low';

/** One sourced statement about Aurora, as the files in `data/` hold it. */
export interface Fact {
  /** Catalogue and name, such as `limits:backup_retention`. */
  readonly id: string;
  /** The statement in our own words. */
  readonly fact?: string;
  /** Source keys of `sources.yaml`, each with the page or section after a colon. */
  readonly source: readonly string[];
  readonly confidence: Confidence;
}
