import { type Citation, citationsOf } from '../facts/citation.ts';
import { changeRules } from '../rules/change-rules.ts';
import type { Suppression } from '../rules/control/suppression.ts';
import type { RuleIdentity } from '../rules/rule.ts';
import { designRules } from '../rules/table.ts';
import { templateRules } from '../rules/template-rules.ts';
import type { Range } from '../text/range.ts';

/** A stretch of a text that leads to a page. */
export interface PageLink {
  readonly range: Range;
  readonly url: string;
  /** What the page is about. */
  readonly tooltip: string;
}

/** Links from the rules that suppressions name to the documentation that the rules rest on. */
export function ruleLinks(text: string, suppressions: readonly Suppression[]): readonly PageLink[] {
  return suppressions.flatMap(({ rules, range }) =>
    rules.flatMap((id) => {
      const start = text.indexOf(id, range.start);
      const rule = ruleById.get(id);
      const citation = rule && citationOf(rule);
      if (start < 0 || start >= range.end || citation === undefined) return [];
      const { title, section, url } = citation;
      const page = section === '' ? title : `${title}, ${section}`;
      return [{ range: { start, end: start + id.length }, url, tooltip: `${rule?.title}: ${page}` }];
    }),
  );
}

const ruleById: ReadonlyMap<string, RuleIdentity> = new Map(
  [...templateRules, ...changeRules, ...designRules].map((rule) => [rule.id, rule]),
);

/** The first of a rule's sources that has an address. */
function citationOf({ facts }: RuleIdentity): (Citation & { readonly url: string }) | undefined {
  for (const { url, ...citation } of facts.flatMap(citationsOf)) {
    if (url !== undefined) return { ...citation, url };
  }
  return undefined;
}
