const zones = ['a', 'b', 'c'] as const;

/** A small design as a blueprint, and all that can be lost of it, written down by hand. */
export interface SmallDesign {
  readonly text: string;
  readonly instances: readonly string[];
  readonly zones: readonly string[];
  readonly regions: readonly string[];
}

/**
 * Every design of up to `most` instances over three AZs, up to the names of AZs and the order of readers: the writer stands
 * in the first. Tiers go from 0 to 2. Each without a secondary, with a headless one, and with one of one or two instances.
 */
export function smallDesigns(most: number): readonly SmallDesign[] {
  const primaries = Array.from({ length: most }, (_, readers) => multisets(readers)).flat();
  const secondaries: readonly (readonly number[] | undefined)[] = [undefined, [], [0], [0, 0], [0, 1]];
  return primaries.flatMap((readers) => secondaries.map((secondary) => smallDesign([0, ...readers], secondary)));
}

/** Every way to place so many readers, whichever of them is whichever. */
function multisets(size: number, from = 0): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return [0, 1, 2]
    .filter((zone) => zone >= from)
    .flatMap((zone) => multisets(size - 1, zone).map((rest) => [zone, ...rest]));
}

function smallDesign(primary: readonly number[], secondary: readonly number[] | undefined): SmallDesign {
  const regions = ['us-east-1', ...(secondary === undefined ? [] : ['eu-west-1'])];
  const placed = [primary, secondary ?? []];
  const clusters = regions.map((region, index) => {
    const instances = (placed[index] ?? []).map((zone, one) => instanceIn(region, zone, one));
    return `{ region: ${region}, clusterIdentifier: ${region}, instances: [${instances.join(', ')}] }`;
  });
  return {
    text: `primary: ${clusters[0]}\nsecondaries: [${clusters.slice(1).join(', ')}]\n`,
    instances: regions.flatMap((region, index) => (placed[index] ?? []).map((_, one) => `${region}-${one}`)),
    zones: regions.flatMap((region) => zones.map((zone) => `${region}${zone}`)),
    regions,
  };
}

function instanceIn(region: string, zone: number, index: number): string {
  const availabilityZone = `${region}${zones[zone]}`;
  return `{ id: ${region}-${index}, class: db.r7g.large, availabilityZone: ${availabilityZone}, promotionTier: ${index % 3} }`;
}
