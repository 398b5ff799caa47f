import type { Proof } from '../simulation/objectives/proof.ts';
import type { Range, TextEdit } from '../text/range.ts';

/**
 * error: AWS refuses it, or it cannot work. warning: it deploys and is regretted. info: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/** A mend of a finding, as edits of the text in which the finding stands. */
export interface Fix {
  /** What it does, as an order: `Set backupRetentionPeriod to 35`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /**
   * Set where nobody has to look: the text says, misspelt or in a form that is not taken, the only thing that can stand
   * there, and the mend writes that. It takes no decision and undoes none: no other value, name, version or size, nothing
   * that makes AWS replace what runs, nothing that protects data less. Only such fixes are written without being chosen.
   */
  readonly isSafe?: boolean;
}

/** What a rule says about one place of one text. */
export interface Finding {
  /** Id of the rule, such as `AUR101`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, and where it helps, what to do. */
  readonly message: string;
  /** Path of the value in the design (`primary.instances[2].promotionTier`); empty for what has no place in a design. */
  readonly path: string;
  readonly range: Range;
  readonly fixes: readonly Fix[];
  /** Of an objective that is not met: the smallest failure that shows it. */
  readonly proof?: Proof;
}

/** A finding whose fixes are written when somebody first looks at them; of most findings nobody does. */
export function lazyFinding(finding: Omit<Finding, 'fixes'>, writeFixes: () => readonly Fix[]): Finding {
  let written: readonly Fix[] | undefined;
  return {
    ...finding,
    get fixes() {
      written ??= writeFixes();
      return written;
    },
  };
}
