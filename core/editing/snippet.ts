import type { ObjectShape, Properties, ScalarShape, Shape } from '../design/format/shape.ts';

/** Text inside a snippet, where `$`, `}` and `\` mean something else. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, (sign) => `\\${sign}`);
}

/** Numbers the tab stops of one snippet. */
export class TabStops {
  #next = 1;

  placeholder(text: string): string {
    return `\${${this.#next++}:${escapeSnippet(text)}}`;
  }

  choice(choices: readonly string[]): string {
    return `\${${this.#next++}|${choices.map((choice) => choice.replace(/[\\,|$}]/g, (sign) => `\\${sign}`)).join(',')}|}`;
  }

  empty(): string {
    return `$${this.#next++}`;
  }
}

/** A key with what belongs behind it, as a snippet; lines after the first are indented from where it begins. */
export function keySnippet(key: string, shape: Shape, isFlow: boolean): string {
  return entry(key, shape, isFlow, new TabStops());
}

/** An item of a list, as a snippet, in braces when it is a group. */
export function itemSnippet(item: Shape): string {
  return inline(item, new TabStops());
}

function entry(key: string, shape: Shape, isFlow: boolean, stops: TabStops): string {
  if (isFlow || shape.kind === 'scalar') return `${key}: ${inline(shape, stops)}`;
  if (shape.kind === 'object') {
    const lines = requiredOf(shape).map(([name, property]) => `\n  ${entry(name, property, false, stops)}`);
    return `${key}:${lines.length === 0 ? `\n  ${stops.empty()}` : lines.join('')}`;
  }
  if (shape.kind === 'record') return `${key}:\n  ${stops.placeholder('name')}: ${stops.placeholder('value')}`;
  return shape.item.kind === 'scalar' ? `${key}: ${inline(shape, stops)}` : `${key}:\n  - ${inline(shape.item, stops)}`;
}

function inline(shape: Shape, stops: TabStops): string {
  if (shape.kind === 'scalar') return scalar(shape, stops);
  if (shape.kind === 'list') return `[${inline(shape.item, stops)}]`;
  if (shape.kind === 'record') return `{ ${stops.placeholder('name')}: ${stops.placeholder('value')} }`;
  const parts = requiredOf(shape).map(([name, property]) => `${name}: ${inline(property, stops)}`);
  return parts.length === 0 ? `{ ${stops.empty()} }` : `{ ${parts.join(', ')} }`;
}

function scalar({ choices, documentation, vocabulary }: ScalarShape<unknown>, stops: TabStops): string {
  if (documentation.example !== undefined) return stops.placeholder(documentation.example);
  if (choices !== undefined && vocabulary === undefined) return stops.choice(choices);
  return stops.empty();
}

function requiredOf({ properties, required }: ObjectShape<Properties>): readonly (readonly [string, Shape])[] {
  return Object.entries(properties).filter(([key]) => required.includes(key));
}
