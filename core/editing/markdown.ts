import { citationsOf } from '../facts/citation.ts';
import type { Fact } from '../facts/fact.ts';

/** Text as Markdown shows it letter by letter. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}

/** What a fact says, where it comes from, and how sure it is when it is not certain. */
export function factAsMarkdown(fact: Fact): string {
  const sources = citationsOf(fact).map(({ title, section, url }) => {
    const place = section === '' ? '' : `, ${escapeMarkdown(section)}`;
    return url === undefined ? `${escapeMarkdown(title)}${place}` : `[${escapeMarkdown(title)}](${url})${place}`;
  });
  const doubt = fact.confidence === 'high' ? '' : ` (${fact.confidence} confidence)`;
  return `${escapeMarkdown(fact.fact ?? '')}${doubt}  \nSource: ${sources.join('; ')}`;
}
