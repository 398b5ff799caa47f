import type { Expression } from './expression.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/** Deepest nesting that is compared; mappings can refer to themselves. */
const deepest = 200;

/** Whether two expressions are written the same, wherever they stand; both may be missing. */
export function isSame(a: Expression | undefined, b: Expression | undefined, depth = 0): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind !== b.kind || depth > deepest) return false;
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.text === b.text;
  if (a.kind === 'call' && b.kind === 'call') return a.name === b.name && isSame(a.argument, b.argument, depth + 1);
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, index) => isSame(item, b.items[index], depth + 1));
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const names = [...a.entries.keys()];
    if (a.isOpen || b.isOpen || names.length !== b.entries.size) return false;
    return names.every((name) => isSame(a.entries.get(name)?.value, b.entries.get(name)?.value, depth + 1));
  }
  return a.kind === 'nothing';
}

/** Whether a condition means the same in two templates: it is written the same, and so is every condition in it. */
export function isSameCondition(
  name: string,
  one: TemplateSyntax,
  other: TemplateSyntax,
  seen: Set<string> = new Set(),
): boolean {
  if (seen.has(name)) return true;
  seen.add(name);
  const [a, b] = [one.conditions.get(name), other.conditions.get(name)];
  if (a === undefined || b === undefined || !isSame(a, b)) return false;
  return conditionsIn(a, one).every((inner) => isSameCondition(inner, one, other, seen));
}

/** The conditions that a condition refers to. */
function conditionsIn(expression: Expression, template: TemplateSyntax): readonly string[] {
  if (expression.kind === 'scalar') return template.conditions.has(expression.text) ? [expression.text] : [];
  if (expression.kind === 'call') return conditionsIn(expression.argument, template);
  if (expression.kind === 'list') return expression.items.flatMap((item) => conditionsIn(item, template));
  if (expression.kind !== 'map') return [];
  return [...expression.entries.values()].flatMap(({ value }) => conditionsIn(value, template));
}
