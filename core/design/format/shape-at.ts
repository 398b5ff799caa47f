import type { Path } from '../path.ts';
import type { Shape } from './shape.ts';

/** The shape of what stands at `path` inside something of `shape`; undefined where the format has nothing. */
export function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const step of path) {
    if (current?.kind === 'list') current = typeof step === 'number' ? current.item : undefined;
    else if (current?.kind === 'record') current = current.item;
    else if (current?.kind === 'object' && Object.hasOwn(current.properties, step)) current = current.properties[step];
    else current = undefined;
  }
  return current;
}
