import { type Document, isCollection, isMap, isScalar, type Node, parseDocument } from 'yaml';
import { formatPath, type Path } from '../design/path.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import type { DesignRule } from '../rules/rule.ts';
import { applyEdits } from '../text/range.ts';

/** What a rule says of a text, word for word, and what each of its fixes changes, as a record to compare with. */
export function recordFindings(id: string, text: string): string {
  const findings = checkBlueprint(readBlueprint(text)).filter(({ rule }) => rule === id);
  return findings.map((finding) => recordFinding(text, finding)).join('');
}

function recordFinding(text: string, { severity, path, message, fixes }: Finding): string {
  return [`${severity} at ${path}\n  ${message}\n`, ...fixes.map((fix) => recordFix(text, fix))].join('');
}

function recordFix(text: string, { title, edits }: Fix): string {
  const [before, after] = [text.split('\n'), applyEdits(text, edits).split('\n')];
  const isSame = (offset: number) => before.at(offset) === after.at(offset);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(-1 - end)) end += 1;
  const removed = before.slice(start, before.length - end).map((line) => `    - ${line}\n`);
  const added = after.slice(start, after.length - end).map((line) => `    + ${line}\n`);
  return [`  fix: ${title}\n`, ...removed, ...added].join('');
}

/** What a rule says, and offers, where one thing of a text is left out or cannot be read; only where that makes a difference. */
export function recordDependence(rule: DesignRule, text: string): string {
  const heard = (document: Document) => hear(rule, document.toString({ lineWidth: 0 }));
  const asWritten = heard(parseDocument(text));
  const lines = pathsOf(parseDocument(text).contents).flatMap((path) => {
    const [without, unread] = [parseDocument(text), parseDocument(text)];
    without.deleteIn(path);
    unread.setIn(path, isCollection(unread.getIn(path, true)) ? '?' : { unknown: [] });
    return Object.entries({ 'left out': heard(without), unknown: heard(unread) }).flatMap(([how, said]) => {
      return said === asWritten ? [] : [`  ${formatPath(path as Path)} ${how}: ${said}\n`];
    });
  });
  return lines.join('');
}

/** How often a rule speaks, and with how many fixes. */
function hear(rule: DesignRule, text: string): string {
  const fixes: number[] = [];
  for (const { design } of readBlueprint(text).documents) {
    const context = { asOf: engineVersionsAsOf, profile: rule.profile };
    rule.check(design, (_path, _message, options) => fixes.push(options?.fixes?.length ?? 0), context);
  }
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
