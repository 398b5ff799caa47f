import type { Path } from '../path.ts';
import { blueprintShape } from './blueprint.ts';
import { shapeAt } from './shape-at.ts';

/** The keys of the mapping at a path of a blueprint, in the order in which people write them. */
export function keysAt(path: Path): readonly string[] {
  const shape = shapeAt(blueprintShape, path);
  return shape?.kind === 'object' ? Object.keys(shape.properties) : [];
}
