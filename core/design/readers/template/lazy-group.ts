import type { Properties } from '../../format/shape.ts';
import type { Path } from '../../path.ts';

/** Reads the node of one property. */
type ReadProperty = (name: string) => unknown;

/**
 * A known group with these properties, each of which is read when it is looked at. A template has many groups in many
 * cases, and rules look at few of their properties.
 */
export function lazyGroup(properties: Properties, path: Path, read: ReadProperty): unknown {
  return Object.setPrototypeOf(new LazyGroup(path, read), prototypeOf(properties));
}

class LazyGroup {
  readonly presence = 'known';
  readonly path: Path;
  readonly #read: ReadProperty;

  constructor(path: Path, read: ReadProperty) {
    this.path = path;
    this.#read = read;
  }

  static read(group: LazyGroup, name: string): unknown {
    return group.#read(name);
  }
}

const prototypes = new WeakMap<Properties, object>();

function prototypeOf(properties: Properties): object {
  const known = prototypes.get(properties);
  if (known !== undefined) return known;
  const prototype = {};
  for (const name of Object.keys(properties)) {
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: LazyGroup) {
        return LazyGroup.read(this, name);
      },
    });
  }
  prototypes.set(properties, prototype);
  return prototype;
}
