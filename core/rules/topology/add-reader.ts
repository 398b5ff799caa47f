import type { Cluster, Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import { freeIdentifier } from '../identity/identifier.ts';
import type { DesignFix } from '../rule.ts';

/**
 * The fix that adds a reader like the writer, in another AZ where the writer states its own. None when the writer's id
 * or class, or an id that the reader may not take, is unknown.
 */
export function addReader(cluster: Cluster, writer: Instance): readonly DesignFix[] {
  const [id, instanceClass, zone] = [known(writer.id), known(writer.class), known(writer.availabilityZone)];
  const taken = cluster.instances.items.flatMap((instance) => known(instance.id) ?? []);
  if (id === undefined || instanceClass === undefined || writer.availabilityZone.presence === 'unknown') return [];
  if (taken.length < cluster.instances.items.length) return [];
  const reader = { id: freeIdentifier(id, taken), class: instanceClass };
  const other = volumeZonesOf(cluster).find(({ name, origin }) => name !== zone && origin !== 'unknown');
  const value = zone === undefined || other === undefined ? reader : { ...reader, availabilityZone: other.name };
  return [{ title: `Add the reader ${reader.id}`, edits: [{ kind: 'insert', path: cluster.instances.path, value }] }];
}
