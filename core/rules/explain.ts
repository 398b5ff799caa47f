import { structurePages, structureRules } from '../design/readers/blueprint/structure-rules.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readScenarioFile } from '../design/readers/scenario-file.ts';
import { readTemplate } from '../design/readers/template.ts';
import { type Citation, citationsOf } from '../facts/citation.ts';
import type { Confidence, Fact } from '../facts/fact.ts';
import { analyzeSql } from '../sql/analyze.ts';
import { sqlRulePages } from '../sql/rules/sql-rule-pages.ts';
import { sqlRules } from '../sql/rules/sql-rules.ts';
import { syntaxRules } from '../sql/rules/syntax-rules.ts';
import type { SqlRule } from '../sql/sql-rule.ts';
import { readFixture } from '../text/fixture.ts';
import { changeRulePages } from './change-rule-pages.ts';
import { changeRules } from './change-rules.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { checkTemplate } from './check-template.ts';
import { suppressionPages, suppressionRules } from './control/apply-suppressions.ts';
import { designRulePages } from './design-rule-pages.ts';
import type { Finding } from './finding.ts';
import { rule as unusedRole, page as unusedRolePage } from './machine-learning/aur1120-unused-role.ts';
import { rule as notChecked, page as notCheckedPage } from './not-checked.ts';
import type { RuleIdentity } from './rule.ts';
import type { ChangePage, GovernedPage, RulePage } from './rule-page.ts';
import { rule as missingDesign, page as missingDesignPage } from './scenarios/sim018-missing-design.ts';
import { designRules } from './table.ts';
import { templateRulePages } from './template-rule-pages.ts';
import { templateRules } from './template-rules.ts';

/** A fact as `explain` shows it. */
export interface ExplainedFact {
  readonly id: string;
  readonly statement: string;
  readonly confidence: Confidence;
  readonly citations: readonly Citation[];
}

/** Everything there is to say about one rule. Whatever only checks must not load this: it carries all the prose. */
export interface Explanation extends Omit<RuleIdentity, 'facts' | 'profile'> {
  /** Where its facts are written, each place once. */
  readonly source: readonly Citation[];
  readonly facts: readonly ExplainedFact[];
  /** The profile in which it speaks; null when it always does. */
  readonly profile: 'production' | null;
  readonly reason: string;
  /** Of a rule that compares: what the text of the example said before. */
  readonly earlier?: string;
  /** Of a rule over SQL that asks the design: the blueprint that governs each example. */
  readonly governedBy?: GovernedPage['governedBy'];
  /** An example it speaks on, with carets under the place; and the example mended. */
  readonly bad: string;
  readonly good: string;
  /** Whether it offers to mend the bad example. */
  readonly fixable: boolean;
}

/** A rule with its page, and what the page's bad example gives. */
interface Entry {
  readonly rule: RuleIdentity;
  readonly page: RulePage | ChangePage | GovernedPage;
  readonly examine: () => readonly Finding[];
}

/** The whole catalogue in order of ids: rules of the format, of designs, templates, edits and SQL. */
export function explainAll(): readonly Explanation[] {
  return entries.map(explanationOf).toSorted((a, b) => (sortable(a.id) < sortable(b.id) ? -1 : 1));
}

/** `AUR101` comes before `AUR1001`. */
function sortable(id: string): string {
  return id.slice(0, 3) + id.slice(3).padStart(5, '0');
}

/** The explanation of one rule by its id, in any case; undefined when there is no such rule. */
export function explain(id: string): Explanation | undefined {
  const entry = entries.find(({ rule }) => rule.id === id.toUpperCase());
  return entry && explanationOf(entry);
}

const entries: readonly Entry[] = [
  { rule: notChecked, page: notCheckedPage, examine: () => [] },
  // Where it stands alone, nobody knows what SQL calls.
  { rule: unusedRole, page: unusedRolePage, examine: () => [] },
  { rule: missingDesign, page: missingDesignPage, examine: () => scenarioFileFindings(missingDesignPage) },
  ...inPairs(structureRules, structurePages),
  ...inPairs(suppressionRules, suppressionPages),
  ...designRules.map((rule) => blueprintEntry(rule, pageOf(designRulePages, rule))),
  ...templateRules.map((rule) => {
    const page = pageOf(templateRulePages, rule);
    return { rule, page, examine: () => templateFindings(page) };
  }),
  ...changeRules.map((rule) => {
    const page = pageOf(changeRulePages, rule);
    return { rule, page, examine: () => editFindings(page) };
  }),
  ...sqlRules.map((rule) => {
    const page = pageOf(sqlRulePages, rule);
    return { rule, page, examine: () => sqlFindings(rule, page) };
  }),
  // What parsers say has no fix.
  ...syntaxRules.map((rule) => ({ rule, page: pageOf(sqlRulePages, rule), examine: () => [] })),
];

function inPairs<K extends string>(rules: Readonly<Record<K, RuleIdentity>>, pages: Readonly<Record<K, RulePage>>) {
  return (Object.keys(rules) as K[]).map((name) => blueprintEntry(rules[name], pages[name]));
}

function blueprintEntry(rule: RuleIdentity, page: RulePage): Entry {
  return { rule, page, examine: () => blueprintFindings(page) };
}

function blueprintFindings(page: RulePage): readonly Finding[] {
  return checkBlueprint(readBlueprint(readFixture(page.bad).text));
}

/** Beside `orders.aurora.yaml`, which it does not name. */
function scenarioFileFindings(page: RulePage): readonly Finding[] {
  const names = ['./orders.aurora.yaml'];
  const designs = { named: () => ({ missing: 'file', names }) as const, names: () => names };
  return checkBlueprint(readScenarioFile(readFixture(page.bad).text, designs));
}

function templateFindings(page: RulePage): readonly Finding[] {
  const template = readTemplate(readFixture(page.bad).text);
  return template === undefined ? [] : checkTemplate(template, { profile: 'production' });
}

function sqlFindings(
  { dialects: [dialect = 'postgresql'] }: SqlRule,
  page: RulePage | GovernedPage,
): readonly Finding[] {
  const design = 'governedBy' in page ? readBlueprint(page.governedBy.bad).documents[0]?.design : undefined;
  return analyzeSql(readFixture(page.bad).text, { dialect, design }).findings;
}

function editFindings({ earlier, bad }: ChangePage): readonly Finding[] {
  const { text } = readFixture(bad);
  const template = readTemplate(text);
  return template === undefined
    ? checkBlueprint(readBlueprint(text), {}, readBlueprint(earlier))
    : checkTemplate(template, {}, readTemplate(earlier));
}

function pageOf<Page extends RulePage>(pages: Readonly<Record<string, Page>>, { id }: RuleIdentity): Page {
  const page = pages[id];
  if (page === undefined) throw new Error(`The rule ${id} has no page.`);
  return page;
}

function explanationOf({ rule, page, examine }: Entry): Explanation {
  const { id, title, group, severity, facts, profile = null } = rule;
  const fixable = examine().some((finding) => finding.rule === id && finding.fixes.length > 0);
  const explained = facts.map(explainedFact);
  const citations = explained.flatMap((fact) => fact.citations);
  const source = [...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values()];
  return { id, title, group, severity, source, facts: explained, profile, ...page, fixable };
}

function explainedFact(fact: Fact): ExplainedFact {
  return { id: fact.id, statement: fact.fact ?? '', confidence: fact.confidence, citations: citationsOf(fact) };
}
