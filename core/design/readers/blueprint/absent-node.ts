import type { Properties, Shape } from '../../format/shape.ts';
import type { Presence } from '../../node.ts';
import type { Path } from '../../path.ts';

/** The node of a shape at which nothing known stands. Its properties are made when they are first looked at. */
export function absentNode(shape: Shape, path: Path, presence: Exclude<Presence, 'known'>): unknown {
  if (shape.kind === 'scalar') return { presence, path };
  if (shape.kind === 'list') return { presence, path, items: [] };
  if (shape.kind === 'record') return { presence, path, entries: [] };
  return absentGroup(shape.properties, path, presence);
}

function absentGroup(properties: Properties, path: Path, presence: Exclude<Presence, 'known'>): unknown {
  const group = { presence, path };
  for (const [key, property] of Object.entries(properties)) {
    let node: unknown;
    Object.defineProperty(group, key, {
      enumerable: true,
      get: () => {
        node ??= absentNode(property, [...path, key], presence);
        return node;
      },
    });
  }
  return group;
}
