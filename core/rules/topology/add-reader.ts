import type { Cluster, Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import { tierBehind } from '../../design/promotion.ts';
import { freeIdentifier } from '../identity/identifier.ts';
import type { DesignFix } from '../rule.ts';

/**
 * The fix that adds a reader like `model`: in another AZ where the model states its own, one that nobody uses if there is
 * one, and promoted after the readers that are there. None without a model, or when its id or class, or an id that the reader may not
 * take, is unknown.
 */
export function addReader(cluster: Cluster, model: Instance | undefined): readonly DesignFix[] {
  if (model === undefined) return [];
  const [id, instanceClass, zone] = [known(model.id), known(model.class), known(model.availabilityZone)];
  const instances = cluster.instances.items;
  const taken = instances.flatMap((instance) => known(instance.id) ?? []);
  if (id === undefined || instanceClass === undefined || model.availabilityZone.presence === 'unknown') return [];
  if (taken.length < instances.length) return [];
  const promotionTier = tierBehind(instances.filter((instance) => instance !== model));
  const reader = {
    id: freeIdentifier(id, taken),
    class: instanceClass,
    ...(zone === undefined ? {} : otherZone(cluster, zone)),
    ...(promotionTier === undefined ? {} : { promotionTier }),
  };
  const edit = { kind: 'insert', path: cluster.instances.path, value: reader } as const;
  return [{ title: `Add the reader ${reader.id}`, edits: [edit] }];
}

/** An AZ of the volume other than `zone`, one without an instance if there is one. */
function otherZone(cluster: Cluster, zone: string): { readonly availabilityZone?: string } {
  const others = volumeZonesOf(cluster).filter(({ name, origin }) => name !== zone && origin !== 'unknown');
  const used = new Set(cluster.instances.items.map((instance) => known(instance.availabilityZone)));
  const other = others.find(({ name }) => !used.has(name)) ?? others[0];
  return other === undefined ? {} : { availabilityZone: other.name };
}
