import { describe, expect, test } from 'vitest';
import type { Design } from '../design/design.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import type { SqlDialect } from '../facts/ml.ts';
import type { Finding } from '../rules/finding.ts';
import { analyzeSql } from '../sql/analyze.ts';
import { applyEdits } from '../text/range.ts';
import { allChecked } from './all-checked.ts';

/**
 * SQL texts by the rule they are about. What the rule speaks of stands between « and »; where nothing does, it says
 * nothing. What other rules say is left out.
 */
export type SqlRuleCases = Readonly<Record<string, readonly string[]>>;

/** Makes a test of each case: under a design where lines of one, or parameters of its cluster, are given. */
export function describeSqlRuleCases(
  dialect: SqlDialect,
  cases: SqlRuleCases,
  lines?: string,
  parameters?: string,
): void {
  const design = lines === undefined && parameters === undefined ? undefined : designOf(dialect, lines, parameters);
  describe.each(Object.entries(cases))('%s', (rule, list) => {
    test.each(list)('%s', (marked) => {
      const text = marked.replaceAll(/[«»]/g, '');
      const own = sqlFindingsOn(text, dialect, design).filter((finding) => finding.rule === rule);
      expect(mark(text, own)).toBe(marked);
    });
  });
}

/** The text with « and » around what the findings speak of; inner ones stand inside outer ones. */
function mark(text: string, findings: readonly Finding[]): string {
  const marks = findings.flatMap(({ range: { start, end } }) => [
    { at: start, order: 1, sign: '«' },
    { at: end, order: 0, sign: '»' },
  ]);
  return marks
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((marked, { at, sign }) => marked.slice(0, at) + sign + marked.slice(at), text);
}

/** What the rules say of a text. It throws when one of them failed. */
export function sqlFindingsOn(text: string, dialect: SqlDialect, design?: Design): readonly Finding[] {
  return allChecked(analyzeSql(text, { dialect, design }).findings);
}

/** The design of a blueprint of the dialect's engine with these lines on top, and these parameters. */
export function designOf(dialect: SqlDialect, lines = '', parameters = '{}'): Design {
  const text = `aurora: 1
name: reviews
engine: aurora-${dialect}
primary: { region: us-east-1, instances: [{ id: a, class: db.r7g.large }], parameters: ${parameters} }
${lines}
`;
  const [document] = readBlueprint(text).documents;
  if (document === undefined) throw new Error(`This is no blueprint:\n${text}`);
  return document.design;
}

/** The text with a fix of the first finding of a rule that has this title; the first fix when no title is given. */
export function mendSql(text: string, dialect: SqlDialect, rule: string, title?: string, design?: Design): string {
  const finding = sqlFindingsOn(text, dialect, design).find((candidate) => candidate.rule === rule);
  const fix = finding?.fixes.find((candidate) => title === undefined || candidate.title === title);
  if (fix === undefined) throw new Error(`${rule} offers no such fix for:\n${text}`);
  return applyEdits(text, fix.edits);
}
