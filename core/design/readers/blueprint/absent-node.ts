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

/**
 * A group with these properties, all of them absent apart from those that are `written` (unknown in an unknown group).
 * Most properties are never written and never looked at: their nodes come from a prototype, when somebody looks, and
 * are in no copy that is made by spreading.
 */
export function groupOf(
  properties: Properties,
  path: Path,
  presence: Presence,
  written: Readonly<Record<string, unknown>> = {},
): unknown {
  return Object.setPrototypeOf({ presence, path, ...written }, prototypeOf(properties));
}

const prototypes = new WeakMap<Properties, object>();

function prototypeOf(properties: Properties): object {
  const known = prototypes.get(properties);
  if (known !== undefined) return known;
  const prototype = {};
  for (const [key, property] of Object.entries(properties)) {
    Object.defineProperty(prototype, key, {
      enumerable: true,
      get(this: { readonly presence: Presence; readonly path: Path }) {
        return absentNode(property, [...this.path, key], this.presence === 'unknown' ? 'unknown' : 'absent');
      },
    });
  }
  prototypes.set(properties, prototype);
  return prototype;
}
