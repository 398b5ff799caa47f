import { coveredBy } from '../design/readers/blueprint/suppressions.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import type { Finding } from '../rules/finding.ts';
import { contains, type Range } from '../text/range.ts';
import { type CompletionItem, sortTextOf } from './completion-item.ts';
import { escapeMarkdown } from './markdown.ts';

/** Groups of rules that can be silenced; what is wrong with the form of a text cannot be meant. */
const silenceable = /^(AUR|SIM)\d/;

/** A comment up to the cursor in which a suppression can be written: a begun word, or the directive and a begun id. */
const begun = /(?:^|[ \t])#[ \t]*(?:(aurora-ignore)[ \t]+(?:\w+[, \t]+)*(\w*)|([a-z-]*))$/;

/**
 * What a comment at `offset` of a blueprint can silence: the rules that speak on the value that it covers, each with a
 * reason to be written. Undefined outside comments, where nobody needs to know the findings.
 */
export function completeSuppression(
  { text, documents }: Blueprint,
  findings: () => readonly Finding[],
  offset: number,
): readonly CompletionItem[] | undefined {
  return suppressionsAt(text, findings, offset, (comment) => coveredAt(text, documents, comment));
}

/** As `completeSuppression`, in a text of which `coveredFrom` says what a comment at an offset covers. */
export function suppressionsAt(
  text: string,
  findings: () => readonly Finding[],
  offset: number,
  coveredFrom: (comment: number) => Range | undefined,
): readonly CompletionItem[] | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const match = begun.exec(line);
  if (match === null) return undefined;
  const [, directive, id, other = ''] = match;
  const range = {
    start: offset - (id ?? other).length,
    end: offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0),
  };
  const prefix = directive === undefined ? 'aurora-ignore ' : '';
  return speakingOn(coveredFrom(offset - line.length + match.index), findings()).map(({ rule, message }, index) => ({
    label: `${prefix}${rule}`,
    kind: 'value',
    detail: message,
    documentation: escapeMarkdown(message),
    insertText: `${prefix}${rule}: \${1:why}`,
    isSnippet: true,
    range,
    sortText: sortTextOf(index),
  }));
}

function coveredAt(text: string, documents: Blueprint['documents'], offset: number): Range | undefined {
  for (const { locator, source } of documents) {
    if (offset > source.document.range[2]) continue;
    const places = [...locator.places()].filter(({ path, shared }) => path.length > 0 && !shared);
    return coveredBy(text, places, text.indexOf('#', offset));
  }
  return undefined;
}

/** The findings that begin in a range and can be silenced, one of each rule. */
export function speakingOn(covered: Range | undefined, findings: readonly Finding[]): readonly Finding[] {
  if (covered === undefined) return [];
  const inside = findings.filter(({ rule, range }) => silenceable.test(rule) && contains(covered, range.start));
  return inside.filter(({ rule }, index) => inside.findIndex((other) => other.rule === rule) === index);
}
