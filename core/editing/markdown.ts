import { citationsOf } from '../facts/citation.ts';
import type { Fact } from '../facts/fact.ts';

/** Text as Markdown shows it letter by letter. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}

/** What a fact says, where it comes from, and how sure it is when it is not certain. */
export function factAsMarkdown(fact: Fact): string {
  return `${sentenceOf(fact)}  \nSource: ${sourcesOf([fact]).join('; ')}`;
}

/** What several facts say, as a list, and below it where they come from, each source once. */
export function factsAsMarkdown(facts: readonly Fact[]): string {
  const sentences = facts.map((fact) => `- ${sentenceOf(fact)}`);
  return `${sentences.join('\n')}\n\nSource: ${[...new Set(sourcesOf(facts))].join('; ')}`;
}

function sentenceOf({ fact = '', confidence }: Fact): string {
  return `${escapeMarkdown(fact)}${confidence === 'high' ? '' : ` (${confidence} confidence)`}`;
}

function sourcesOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(citationsOf).map(({ title, section, url }) => {
    const place = section === '' ? '' : `, ${escapeMarkdown(section)}`;
    return url === undefined ? `${escapeMarkdown(title)}${place}` : `[${escapeMarkdown(title)}](${url})${place}`;
  });
}
