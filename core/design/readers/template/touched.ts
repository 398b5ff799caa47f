import { type Expression, entryOf } from './expression.ts';
import { isSame } from './same-expression.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/**
 * Whether an edit may give a property of a resource another value: its expression is another one, or it names a
 * parameter, a mapping or a condition that is. Told from what is written alone, so that nobody who asks comes to rest on
 * conditions.
 */
export function touchedBy(
  before: TemplateSyntax,
  after: TemplateSyntax,
): (logicalId: string, property: string) => boolean {
  const changed = changedNames(before, after);
  return (logicalId, property) => {
    const [one, other] = [before, after].map((side) => side.resources.get(logicalId)?.properties);
    if (one?.kind !== 'map' || other?.kind !== 'map') return true;
    const [earlier, later] = [one.entries.get(property)?.value, other.entries.get(property)?.value];
    return !isSame(earlier, later) || (later !== undefined && names(later, changed));
  };
}

/** The parameters, mappings and conditions that are not what they were, and the conditions that name one of these. */
function changedNames(before: TemplateSyntax, after: TemplateSyntax): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const name of ['Parameters', 'Mappings', 'Conditions']) {
    const [one, other] = [before, after].map((side) => entriesOf(entryOf(side.root, name)?.value));
    if (one === undefined || other === undefined) continue;
    for (const key of [...one.keys(), ...other.keys()]) if (!isSame(one.get(key), other.get(key))) changed.add(key);
  }
  for (let size = -1; size !== changed.size; ) {
    size = changed.size;
    for (const [name, condition] of after.conditions) if (names(condition, changed)) changed.add(name);
  }
  return changed;
}

function entriesOf(section: Expression | undefined): ReadonlyMap<string, Expression> {
  const entries = section?.kind === 'map' ? [...section.entries] : [];
  return new Map(entries.map(([name, { value }]) => [name, value]));
}

/** Whether one of the names stands anywhere in an expression, as a word or inside a text that is filled in. */
function names(expression: Expression, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  switch (expression.kind) {
    case 'scalar':
      return [...changed].some((name) => expression.text.includes(name));
    case 'call':
      return names(expression.argument, changed);
    case 'list':
      return expression.items.some((item) => names(item, changed));
    case 'map':
      return expression.isOpen || [...expression.entries.values()].some(({ value }) => names(value, changed));
    default:
      return expression.kind === 'unreadable';
  }
}
