import type { Presence } from '../design/node.ts';
import { formatPath, type Path } from '../design/path.ts';

/** A scalar of a design: known with its value, unknown, or absent. */
export interface Leaf {
  readonly path: Path;
  readonly presence: Presence;
  readonly value?: unknown;
}

interface AnyNode extends Leaf {
  readonly items?: readonly AnyNode[];
  readonly entries?: readonly { readonly node: AnyNode }[];
}

/** Every scalar of a design, those that nobody wrote among them. */
export function leavesOf(node: object): readonly Leaf[] {
  const { presence, path, value, items, entries } = node as AnyNode;
  if (items !== undefined) return items.flatMap(leavesOf);
  if (entries !== undefined) return entries.flatMap((entry) => leavesOf(entry.node));
  const children = propertiesOf(node);
  if (children.length > 0) return children.flatMap(leavesOf);
  return [presence === 'known' ? { presence, path, value } : { presence, path }];
}

/** The properties of a group, those that nobody wrote among them: they come from its prototype. */
function propertiesOf(group: object): readonly object[] {
  const properties: object[] = [];
  for (const key in group) {
    const property: unknown = (group as Record<string, unknown>)[key];
    if (!['presence', 'path', 'value'].includes(key) && typeof property === 'object')
      properties.push(property as object);
  }
  return properties;
}

/** The known values of a design by their paths. */
export function knownValues(design: object): ReadonlyMap<string, unknown> {
  const known = leavesOf(design).filter(({ presence }) => presence === 'known');
  return new Map(known.map(({ path, value }) => [formatPath(path), value]));
}
