import { structureRules } from '../design/readers/blueprint/structure-rules.ts';
import { applyEdits, type TextEdit } from '../text/range.ts';
import type { Finding, Fix, Severity } from './finding.ts';

/** A text after its fixes. */
export interface FixedText {
  readonly text: string;
  /** The findings that were mended, as they stood when their turn came. */
  readonly fixed: readonly Finding[];
  /** What is found in the mended text. */
  readonly findings: readonly Finding[];
}

/** Which fix of a finding is written; undefined to leave it to a person. */
export type FixChoice = (finding: Finding) => Fix | undefined;

/** The fix that may be written without being chosen. */
export function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ isSafe }) => isSafe === true);
}

/** The choice of a person who has one rule mended everywhere: its fix, where there is only one to choose. */
export function onlyFixOf(rule: string): FixChoice {
  return (finding) => {
    if (finding.rule !== rule) return undefined;
    return finding.fixes.length === 1 ? finding.fixes[0] : safeFix(finding);
  };
}

/**
 * Writes the chosen fixes into a text until none is left to write, and reads it again after every step. Fixes that
 * overlap are written one after the other, in order of the text. A fix that would show something as grave as what it
 * mends is left out, unless that can be mended as well: errors never grow. A text that is no YAML is left as it is: what
 * is said of the rest of it may be wrong.
 */
export function fixAll(text: string, check: Check, choose: FixChoice): FixedText {
  const fixed: Finding[] = [];
  let state: State = { text, findings: check(text) };
  for (let steps = 0; steps < mostSteps; steps++) {
    const step = nextStep(state, check, choose);
    if (step === undefined) break;
    fixed.push(...step.mended);
    state = step;
  }
  return { text: state.text, findings: state.findings, fixed };
}

/** Every step takes findings away; so many are in no file that a person wrote. */
const mostSteps = 1000;

/** How often in a row one mend may show the next: a key, the group behind it, the key in that, the value. */
const mostShown = 8;

type Check = (text: string) => readonly Finding[];

interface State {
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface Step extends State {
  readonly mended: readonly Finding[];
}

interface Mend {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

/** All fixes at once where they go together, otherwise the first that can be written alone. */
function nextStep(state: State, check: Check, choose: FixChoice): Step | undefined {
  if (state.findings.some(({ rule }) => rule === structureRules.syntax.id)) return undefined;
  const mends = mendsOf(state.findings, choose);
  const together = withoutOverlaps(mends);
  const attempts = [...(together.length > 1 ? [together] : []), ...mends.map((mend) => [mend])];
  for (const attempt of attempts) {
    const step = take(attempt, state, check, choose);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** The state after some mends, and after those of what they show; undefined when something as grave is left. */
function take(mends: readonly Mend[], before: State, check: Check, choose: FixChoice): Step | undefined {
  const mended = mends.map(({ finding }) => finding);
  let text = before.text;
  let next = mends;
  for (let round = 0; round < mostShown; round++) {
    const edits = next.flatMap((mend) => mend.edits);
    text = applyEdits(text, edits);
    const findings = check(text);
    const shown = asGrave(before.findings, findings, mends);
    if (shown.length === 0) return { text, findings, mended };
    next = withoutOverlaps(mendsOf(shown, choose));
    if (next.length < shown.length) return undefined;
    mended.push(...shown);
  }
  return undefined;
}

function mendsOf(findings: readonly Finding[], choose: FixChoice): readonly Mend[] {
  return findings.flatMap((finding) => {
    const fix = choose(finding);
    return fix === undefined ? [] : [{ finding, edits: fix.edits }];
  });
}

/** The mends, without those that touch what an earlier one changes. */
function withoutOverlaps(mends: readonly Mend[]): readonly Mend[] {
  const taken: TextEdit[] = [];
  return mends.filter(({ edits }) => {
    const isFree = edits.every(({ range }) =>
      taken.every((other) => range.end < other.range.start || other.range.end < range.start),
    );
    if (isFree) taken.push(...edits);
    return isFree;
  });
}

const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The findings of rules that speak more often than they should after the mends, and as gravely as the mildest mended. */
function asGrave(before: readonly Finding[], after: readonly Finding[], mends: readonly Mend[]): readonly Finding[] {
  const gone = mends.map(({ finding }) => finding);
  const mildest = Math.min(...gone.map(({ severity }) => gravity[severity]));
  const count = (findings: readonly Finding[], rule: string) =>
    findings.filter((finding) => finding.rule === rule).length;
  return after.filter(
    ({ rule, severity }) =>
      gravity[severity] >= mildest && count(after, rule) > count(before, rule) - count(gone, rule),
  );
}
