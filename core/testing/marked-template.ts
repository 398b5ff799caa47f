import type { CompletionItem } from '../editing/completion-item.ts';
import { completeTemplate } from '../editing/template/complete-template.ts';
import { chooseItem } from './choose-item.ts';
import { readFixture } from './markers.ts';

/** What is offered in a template at its `$0`, or at its end. */
export function completeAt(marked: string): readonly CompletionItem[] {
  const { text, cursor = text.length } = readFixture(marked);
  return completeTemplate(text, cursor);
}

/** The labels of what is offered there. */
export function labelsAt(marked: string): readonly string[] {
  return completeAt(marked).map(({ label }) => label);
}

/** The text after an item was chosen there, its tab stops left as they are offered. */
export function choose(marked: string, label: string): string {
  const item = completeAt(marked).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  return chooseItem(readFixture(marked).text, item);
}
