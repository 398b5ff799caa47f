import type { Path } from '../path.ts';
import { blueprintShape } from './blueprint.ts';
import type { Shape } from './shape.ts';
import { shapeAt } from './shape-at.ts';

/** The keys of the mapping at a path of a blueprint, or of another format, in the order in which people write them. */
export function keysAt(path: Path, format: Shape = blueprintShape): readonly string[] {
  const shape = shapeAt(format, path);
  return shape?.kind === 'object' ? Object.keys(shape.properties) : [];
}
