import type { Properties, Shape } from '../../format/shape.ts';
import type { Presence } from '../../node.ts';
import type { Path } from '../../path.ts';

/** The node of a shape at which nothing known stands. */
export function absentNode(shape: Shape, path: Path, presence: Exclude<Presence, 'known'>): unknown {
  if (shape.kind === 'scalar') return { presence, path };
  if (shape.kind === 'list') return { presence, path, items: [] };
  if (shape.kind === 'record') return { presence, path, entries: [] };
  return groupOf(shape.properties, path, presence);
}

interface AnyGroup {
  readonly presence: Presence;
  readonly path: Path;
  [property: string]: unknown;
}

/**
 * A group with these properties, all of them absent until they are set (unknown in an unknown group). Most properties
 * are never written and never looked at: the nodes of those come from a prototype, when somebody looks.
 */
export function groupOf(properties: Properties, path: Path, presence: Presence): AnyGroup {
  const group = Object.create(prototypeOf(properties)) as { presence: Presence; path: Path };
  group.presence = presence;
  group.path = path;
  return group as AnyGroup;
}

const prototypes = new WeakMap<Properties, object>();

function prototypeOf(properties: Properties): object {
  const known = prototypes.get(properties);
  if (known !== undefined) return known;
  const prototype = {};
  for (const [key, property] of Object.entries(properties)) {
    const write = (group: AnyGroup, value: unknown) =>
      Object.defineProperty(group, key, { value, enumerable: true, configurable: true });
    Object.defineProperty(prototype, key, {
      enumerable: true,
      get(this: AnyGroup) {
        const node = absentNode(property, [...this.path, key], this.presence === 'unknown' ? 'unknown' : 'absent');
        write(this, node);
        return node;
      },
      set(this: AnyGroup, value: unknown) {
        write(this, value);
      },
    });
  }
  prototypes.set(properties, prototype);
  return prototype;
}
