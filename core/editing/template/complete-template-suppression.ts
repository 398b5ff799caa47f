import { type Expression, entryOf } from '../../design/readers/template/expression.ts';
import { coveredByComment } from '../../design/readers/template/suppressions.ts';
import type { Template } from '../../design/readers/template.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Range } from '../../text/range.ts';
import { speakingOn, suppressionsAt } from '../complete-suppression.ts';
import type { CompletionItem } from '../completion-item.ts';
import { escapeMarkdown } from '../markdown.ts';
import { templateCursors } from './template-cursor.ts';
import { keyItems } from './template-items.ts';
import { TabStop } from './template-snippet.ts';

/**
 * What can be silenced at `offset` of a template: in a comment the rules that speak on the value that it covers; as a key
 * of `Metadata.AuroraBlueprint.ignore`, which JSON needs, those that speak on the resource or the template that has the
 * Metadata. Each with a reason to be written. Undefined anywhere else.
 */
export function completeTemplateSuppression(
  template: Template,
  findings: () => readonly Finding[],
  offset: number,
): readonly CompletionItem[] | undefined {
  const { text, syntax } = template;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (/(^|[ \t])#/.test(line)) {
    const items = suppressionsAt(text, findings, offset, (comment) => coveredByComment(text, syntax, comment));
    if (items !== undefined) return items;
  }
  if (!text.includes('AuroraBlueprint')) return undefined;
  for (const cursor of templateCursors(text, offset, syntax.blocks)) {
    const { path, role, present } = cursor;
    const holder = path.slice(0, -3);
    const isIgnore = path.slice(-3).join('.') === 'Metadata.AuroraBlueprint.ignore' && holder.length % 2 === 0;
    if (!isIgnore || role !== 'key') continue;
    const covered = holder.length === 0 ? wholeOf(text) : resourceRange(syntax.root, String(holder[1]));
    const speaking = speakingOn(covered, findings()).filter(({ rule }) => !present.includes(rule));
    return keyItems(
      cursor,
      speaking.map(({ rule, message }) => ({
        key: rule,
        detail: message,
        documentation: escapeMarkdown(message),
        value: new TabStop('why', true),
      })),
    );
  }
  return undefined;
}

function wholeOf(text: string): Range {
  return { start: 0, end: text.length };
}

function resourceRange(root: Expression, logicalId: string): Range | undefined {
  return entryOf(entryOf(root, 'Resources')?.value, logicalId)?.whole;
}
