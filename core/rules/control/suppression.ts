import type { Range } from '../../text/range.ts';

/** A comment that silences rules: `# aurora-ignore AUR103: single writer on purpose in dev`. */
export interface Suppression {
  /** Ids of the rules it silences, as written. */
  readonly rules: readonly string[];
  /** Why; empty when the person did not say. */
  readonly reason: string;
  /** Where it stands: from `aurora-ignore` to the end of its line. */
  readonly range: Range;
  /**
   * The comment with its sign and the blanks before it, or its whole line where it stands alone; undefined where it
   * cannot simply be taken away.
   */
  readonly whole: Range | undefined;
  /** The text in which findings of these rules are silenced; undefined when no value stands there. */
  readonly covers: Range | undefined;
}
