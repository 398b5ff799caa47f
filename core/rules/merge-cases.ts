import { type Finding, type Fix, lazyFinding, type Severity } from './finding.ts';
import { type Outcomes, whenText } from './when-text.ts';

/** One case of a template: a design, or the graph of its resources, when the conditions turn out one way. */
export interface InCase {
  readonly outcomes: Outcomes;
}

/** What a rule says in some cases of a template; its fixes are written when they are needed. */
export interface CaseFinding extends Omit<Finding, 'fixes'> {
  readonly writeFixes: () => readonly Fix[];
  /** The cases in which the rule says so. */
  readonly in: readonly InCase[];
  /** The cases in which the resource exists. */
  readonly of: readonly InCase[];
}

/**
 * The findings over all cases of a template. What is wrong in every case in which its resource exists
 * stands as it is; what is wrong in some of them is at most a warning and says in which.
 */
export function mergeCases(findings: readonly CaseFinding[]): readonly Finding[] {
  return groupBy(findings, ({ rule, path }) => `${rule} ${path}`).flatMap(mergePlace);
}

/** What one rule says of one place. */
function mergePlace(findings: readonly CaseFinding[]): readonly Finding[] {
  const wrong = new Set(findings.flatMap((finding) => finding.in));
  return groupBy(findings, ({ message }) => message).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { writeFixes, in: _in, of, ...finding } = first;
    const holds = new Set(same.flatMap((one) => one.in));
    const fails = of.filter((one) => !holds.has(one));
    if (fails.length === 0) return [lazyFinding(finding, writeFixes)];
    const isAlways = of.every((one) => wrong.has(one));
    const severity: Severity = finding.severity === 'error' && !isAlways ? 'warning' : finding.severity;
    const outcomes = (cases: readonly InCase[]) => cases.map((one) => one.outcomes);
    const message = `${finding.message} ${whenText(outcomes([...holds]), outcomes(fails))}`;
    return [lazyFinding({ ...finding, severity, message }, writeFixes)];
  });
}

function groupBy(
  findings: readonly CaseFinding[],
  keyOf: (finding: CaseFinding) => string,
): readonly (readonly CaseFinding[])[] {
  const groups = new Map<string, CaseFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
