import type { TemplateDesign } from '../../design/readers/template.ts';
import type { Finding, Severity } from '../finding.ts';
import { type Outcomes, whenText } from './when-text.ts';

/** A finding in one case of a template, with the resource it is about. */
export interface CaseFinding extends Finding {
  readonly resource: string;
}

export interface CheckedDesign {
  readonly design: TemplateDesign;
  readonly findings: readonly CaseFinding[];
}

/**
 * The findings of a cluster over all cases of its template. What is wrong in every case in which its resource exists
 * stands as it is; what is wrong in some of them is at most a warning and says in which.
 */
export function mergeCases(checked: readonly CheckedDesign[]): readonly Finding[] {
  const placed = checked.flatMap((from) => from.findings.map((finding): Placed => ({ from, finding })));
  return groupBy(placed, ({ rule, path }) => `${rule} ${path}`).flatMap((group) => mergeGroup(checked, group));
}

interface Placed {
  readonly from: CheckedDesign;
  readonly finding: CaseFinding;
}

/** What one rule says of one place. */
function mergeGroup(checked: readonly CheckedDesign[], group: readonly Placed[]): readonly Finding[] {
  const resource = group[0]?.finding.resource ?? '';
  const existing = checked.filter(({ design }) => resource === '' || design.resources.has(resource));
  const isAlways = existing.every((one) => group.some(({ from }) => from === one));
  return groupBy(group, ({ message }) => message).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { resource: _, ...finding } = first.finding;
    const others = existing.filter((one) => same.every(({ from }) => from !== one));
    if (others.length === 0) return [finding];
    const when = whenText(casesOf(same.map(({ from }) => from)), casesOf(others));
    const severity: Severity = finding.severity === 'error' && !isAlways ? 'warning' : finding.severity;
    return [{ ...finding, severity, message: `${finding.message} ${when}` }];
  });
}

function casesOf(checked: readonly CheckedDesign[]): readonly Outcomes[] {
  return checked.flatMap(({ design }) => design.cases);
}

function groupBy(placed: readonly Placed[], keyOf: (finding: CaseFinding) => string): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const key = keyOf(one.finding);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
