import type { Cluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { regionByCode } from '../../facts/regions.ts';
import { freeIdentifier } from '../identity/identifier.ts';
import type { DesignFix } from '../rule.ts';

/** The fix that adds a subnet in each AZ that is missing for three; none when the Region or an identifier is unknown. */
export function addSubnets({ region, subnets }: Cluster, covered: readonly string[]): readonly DesignFix[] {
  const taken = subnets.items.flatMap(({ id }) => known(id) ?? []);
  const last = taken.at(-1);
  const zones = (regionByCode(known(region) ?? '')?.azs ?? [])
    .filter((zone) => !covered.includes(zone))
    .slice(0, limits.storage_azs.value - covered.length);
  if (last === undefined || taken.length < subnets.items.length || zones.length === 0) return [];
  const edits = zones.map((availabilityZone) => {
    const id = freeIdentifier(taken.at(-1) ?? last, taken);
    taken.push(id);
    return { kind: 'insert', path: subnets.path, value: { id, availabilityZone } } as const;
  });
  return [{ title: `Add a subnet in ${zones.join(' and in ')}`, edits }];
}
