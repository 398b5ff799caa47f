import { changeRules } from '../rules/change-rules.ts';
import { readDirective } from '../rules/control/suppression-directive.ts';
import { designRules } from '../rules/table.ts';
import { templateRules } from '../rules/template-rules.ts';
import { contains } from '../text/range.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown, factAsMarkdown } from './markdown.ts';

/** What the rule says whose id stands at `offset` in a suppression: its title, and the facts it rests on. */
export function hoverSuppression(text: string, offset: number): Hover | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const comment = line.search(/(^|[ \t])#/);
  if (comment < 0 || readDirective(line.slice(comment)) === undefined) return undefined;
  for (const { 0: id, index } of line.slice(comment).matchAll(/\b[A-Z]{3}\d+\b/g)) {
    const start = lineStart + comment + index;
    const range = { start, end: start + id.length };
    const rule = contains(range, offset) ? ruleOf(id) : undefined;
    if (rule === undefined) continue;
    const head = `**${rule.id}** ${escapeMarkdown(rule.title)} (${rule.severity})`;
    return { contents: [head, ...rule.facts.map(factAsMarkdown)].join('\n\n'), range };
  }
  return undefined;
}

function ruleOf(id: string) {
  return [...designRules, ...templateRules, ...changeRules].find((rule) => rule.id === id);
}
