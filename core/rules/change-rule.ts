import type { DesignChange } from '../design/design-change.ts';
import type { TemplateChange } from '../design/resource-change.ts';
import type { Report, RuleIdentity } from './rule.ts';

/** A check over an edit: it sees what a text says and what it said before, and names paths of what it says now. */
export interface ChangeRule extends RuleIdentity {
  /** What it says of an edited design; nothing when left out. */
  readonly checkDesign?: (change: DesignChange, report: Report) => void;
  /** What it says of an edited template, in one case of its conditions; nothing when left out. */
  readonly checkTemplate?: (change: TemplateChange, report: Report) => void;
}
