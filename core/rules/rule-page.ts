/**
 * The prose of a rule: its page and what `explain` prints. It lives in the rule's file as an export of its own,
 * so that bundles that only check leave it out.
 */
export interface RulePage {
  /** Why the rule exists: what AWS does, or what is regretted later. */
  readonly reason: string;
  /** A text on which the rule speaks; `^^^` under the line marks the exact place, followed by the rule's id. */
  readonly bad: string;
  /** The same text, mended. */
  readonly good: string;
}

/** The page of a rule that compares; `bad` and `good` are edits of `earlier`. */
export interface ChangePage extends RulePage {
  /** What the text said before. */
  readonly earlier: string;
}

/** The page of a rule over SQL that asks the design which governs the file: the blueprint of each example. */
export interface GovernedPage extends RulePage {
  readonly governedBy: { readonly bad: string; readonly good: string };
}
