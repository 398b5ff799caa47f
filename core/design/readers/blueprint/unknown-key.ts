import { isSlipFor, nearestName } from '../../../text/nearest-name.ts';
import type { ObjectShape, Properties, Shape } from '../../format/shape.ts';
import { shapeAt } from '../../format/shape-at.ts';
import type { Path } from '../../path.ts';

/** What a key that a group does not have was probably meant to be. */
export interface KeyAdvice {
  /** The key it stands for here. */
  readonly meant?: string;
  /** Whether it can stand for nothing else: it is AWS's own name of that key, or differs from it by a letter. */
  readonly isCertain?: boolean;
  /** The group that has a key of this name, as people would call it. */
  readonly owner?: string;
}

/** Looks for the key under its AWS name, in the groups around, and among the names that are spelt like it. */
export function adviceForKey(root: Shape, shape: ObjectShape<Properties>, path: Path): KeyAdvice {
  const key = `${path.at(-1)}`;
  const renamed = Object.entries(shape.properties).find(([, { documentation }]) =>
    documentation.summary.toLowerCase().includes(`(${key.toLowerCase()})`),
  );
  if (renamed !== undefined) return { meant: renamed[0], isCertain: true };
  const owner = ownerAbove(root, path, key) ?? ownerBelow(shape, key);
  if (owner !== undefined) return { owner };
  const keys = Object.keys(shape.properties);
  const meant = nearestName(key, keys);
  return meant === undefined ? {} : { meant, isCertain: isSlipFor(meant, key, keys) };
}

function ownerAbove(root: Shape, path: Path, key: string): string | undefined {
  for (let length = path.length - 2; length >= 0; length--) {
    const above = shapeAt(root, path.slice(0, length));
    if (above?.kind !== 'object' || !Object.hasOwn(above.properties, key)) continue;
    return length === 0 ? `the ${root.documentation.file} itself` : nameOfGroup(path.slice(0, length));
  }
  return undefined;
}

function ownerBelow({ properties }: ObjectShape<Properties>, key: string): string | undefined {
  return Object.entries(properties).find(([, property]) => {
    const group = property.kind === 'list' ? property.item : property;
    return group.kind === 'object' && Object.hasOwn(group.properties, key);
  })?.[0];
}

/** A group as people would call it. */
export function nameOfGroup(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the blueprint itself';
  return typeof last === 'number' ? `item ${last + 1} of ${path.at(-2)}` : last;
}
