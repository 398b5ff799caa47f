import { type Document, isCollection, isMap, isScalar, type Node, parseDocument } from 'yaml';
import { formatPath, type Path } from '../design/path.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import type { DesignRule, Report, TemplateRule } from '../rules/rule.ts';
import { applyEdits } from '../text/range.ts';

/** What a rule says of a text, word for word, and what each of its fixes changes, as a record to compare with. */
export function recordFindings(
  id: string,
  text: string,
  findings: readonly Finding[] = checkBlueprint(readBlueprint(text)),
): string {
  return findings.flatMap((finding) => (finding.rule === id ? recordFinding(text, finding) : [])).join('');
}

function recordFinding(text: string, { severity, path, message, fixes, proof }: Finding): string {
  const proven =
    proof === undefined ? '' : `  proof: ${proof.fault}, expect ${JSON.stringify(proof.scenario.expect)}\n`;
  return [`${severity} at ${path}\n  ${message}\n${proven}`, ...fixes.map((fix) => recordFix(text, fix))].join('');
}

function recordFix(text: string, { title, edits, isSafe }: Fix): string {
  const [before, after] = [text.split('\n'), applyEdits(text, edits).split('\n')];
  const isSame = (offset: number) => before.at(offset) === after.at(offset);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(-1 - end)) end += 1;
  const removed = before.slice(start, before.length - end).map((line) => `    - ${line}\n`);
  const added = after.slice(start, after.length - end).map((line) => `    + ${line}\n`);
  return [`  ${isSafe === true ? 'safe fix' : 'fix'}: ${title}\n`, ...removed, ...added].join('');
}

/**
 * What a rule says, and offers, where one thing of a text is left out or cannot be read; only where that makes a
 * difference. `hear` says how often the rule speaks, `unread` is what cannot be read in place of a value.
 */
export function recordDependence(
  text: string,
  hear: (text: string) => string,
  unread: (old: unknown) => unknown,
): string {
  const heard = (document: Document) => hear(document.toString({ lineWidth: 0 }));
  const asWritten = heard(parseDocument(text));
  const lines = pathsOf(parseDocument(text).contents).flatMap((path) => {
    const [without, unknown] = [parseDocument(text), parseDocument(text)];
    without.deleteIn(path);
    unknown.setIn(path, unread(unknown.getIn(path, true)));
    return Object.entries({ 'left out': heard(without), unknown: heard(unknown) }).flatMap(([how, said]) => {
      return said === asWritten ? [] : [`  ${formatPath(path as Path)} ${how}: ${said}\n`];
    });
  });
  return lines.join('');
}

/** How often a rule speaks of a blueprint, and with how many fixes. */
export function hearOfBlueprint(rule: DesignRule, text: string): string {
  return count((report) => {
    const context = { asOf: engineVersionsAsOf, profile: rule.profile };
    for (const { design } of readBlueprint(text).documents) rule.check(design, report, context);
  });
}

/** How often a rule speaks of a template, and with how many fixes. */
export function hearOfTemplate(rule: TemplateRule, text: string): string {
  return count((report) => {
    const context = { asOf: engineVersionsAsOf, profile: rule.profile };
    for (const one of readTemplate(text)?.graphs ?? []) one.look((graph) => rule.check(graph, report, context));
  });
}

function count(check: (report: Report) => void): string {
  const fixes: number[] = [];
  check((_path, _message, options) => fixes.push(options?.fixes?.length ?? 0));
  return fixes.length === 0 ? 'silent' : `${fixes.length} found, fixes ${fixes.join(', ')}`;
}

/** The path of everything under a node, outermost first. */
function pathsOf(node: Node | null): readonly (readonly unknown[])[] {
  if (!isCollection(node)) return [];
  const entries = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value] as const)
    : node.items.map((item, index) => [index, item] as const);
  return entries.flatMap(([key, value]) => [[key], ...pathsOf(value as Node | null).map((path) => [key, ...path])]);
}
