import { type Outcomes, whenText } from '../../rules/when-text.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { InCases } from './resource-places.ts';

/**
 * What is said in each case of the conditions, once, with the cases where it is not the same in all of them; as Markdown,
 * which `asMarkdown` makes of it. Undefined when nothing is said.
 */
export function sayInCases(
  cases: readonly InCases<string | undefined>[],
  asMarkdown: (said: string) => string = escapeMarkdown,
): string | undefined {
  const words = new Map<string | undefined, readonly Outcomes[]>();
  for (const { value, outcomes } of cases) words.set(value, [...(words.get(value) ?? []), ...outcomes]);
  const all = [...words.values()].flat();
  const lines = [...words].flatMap(([said, holds]) => {
    if (said === undefined) return [];
    const fails = all.filter((outcomes) => !holds.includes(outcomes));
    return fails.length === 0 ? asMarkdown(said) : `${asMarkdown(said)} ${escapeMarkdown(whenText(holds, fails))}`;
  });
  return lines.length === 0 ? undefined : lines.join('\n\n');
}
