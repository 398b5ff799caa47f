import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isInside, type Path } from '../../design/path.ts';
import { regionByCode, regions } from '../../facts/regions.ts';
import { regionAsMarkdown } from '../catalogue-documentation.ts';
import type { OfferedValue } from './offered-value.ts';

const allRegions = regions.map(regionValue);

/** Every Region, by code and name; for one cluster without the Regions of the others, as each has one of its own. */
export function regionsToChoose(design: Design, path: Path): readonly OfferedValue[] {
  const others = clustersOf(design).filter((cluster) => !isInside(path, cluster.path));
  const taken = others.map(({ region }) => known(region));
  return allRegions.filter(({ value }) => !taken.includes(value));
}

/** The Regions of a design. */
export function regionsOf(design: Design): readonly OfferedValue[] {
  const codes = clustersOf(design).flatMap(({ region }) => known(region) ?? []);
  return [...new Set(codes)].map((value) => {
    const listed = regionByCode(value);
    return listed === undefined ? { value } : regionValue(listed);
  });
}

function regionValue(region: (typeof regions)[number]): OfferedValue {
  return {
    value: region.code,
    detail: region.name,
    documentation: regionAsMarkdown(region),
    alsoKnownAs: region.name,
  };
}
