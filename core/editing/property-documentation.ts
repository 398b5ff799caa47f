import type { Shape } from '../design/format/shape.ts';
import { escapeMarkdown, factAsMarkdown } from './markdown.ts';

/** What stands behind a key, in a few words. */
export function typeOf(shape: Shape): string {
  if (shape.kind === 'scalar') return shape.expected;
  if (shape.kind === 'list') return 'a list';
  return shape.kind === 'record' ? 'names with values' : 'a group';
}

/** What a property is, what holds when it is left out, what AWS accepts, and where that is written; as Markdown. */
export function propertyAsMarkdown(shape: Shape): string {
  const { summary, default: absent, limits, example, facts = [] } = shape.documentation;
  const lines = [escapeMarkdown(summary)];
  if (absent !== undefined) lines.push(`Default: ${escapeMarkdown(absent)}`);
  if (limits !== undefined) lines.push(`Limits: ${escapeMarkdown(limits)}`);
  if (example !== undefined) lines.push(`Example: \`${example}\``);
  return [...lines, ...facts.map(factAsMarkdown)].join('\n\n');
}
