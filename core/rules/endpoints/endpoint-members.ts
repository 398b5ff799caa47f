import type { Cluster, Design, Instance } from '../../design/design.ts';
import { known, knownOr, type List, type Value } from '../../design/node.ts';
import { readersOf } from '../../design/promotion.ts';

type Endpoint = Pick<Cluster['endpoints']['items'][number], 'type' | 'staticMembers' | 'excludedMembers'>;

/**
 * The declared instances that a custom endpoint leads to while nothing has failed: those of its static list, or all but
 * the excluded ones; of a READER endpoint the readers among them. Undefined when a name, a list or the type is unknown.
 * Source: Aurora guide, custom endpoints (membership rules).
 */
export function endpointMembers(design: Design, cluster: Cluster, endpoint: Endpoint): readonly Instance[] | undefined {
  const type = knownOr(endpoint.type, 'ANY');
  const [fixed, excluded] = [memberIds(endpoint.staticMembers), memberIds(endpoint.excludedMembers)];
  if (type === undefined || fixed === undefined || excluded === undefined) return undefined;
  const candidates = type === 'READER' ? readersOf(design, cluster) : cluster.instances.items;
  const ids = allKnown(candidates.map(({ id }) => id));
  if (cluster.instances.presence === 'unknown' || ids === undefined) return undefined;
  const isMember = (id = '') => (fixed.length === 0 || fixed.includes(id)) && !excluded.includes(id);
  return candidates.filter((_, index) => isMember(ids[index]));
}

/** The identifiers of a member list in lower case; undefined when one is unknown. */
function memberIds(list: List<Value<string>>): readonly string[] | undefined {
  return list.presence === 'unknown' ? undefined : allKnown(list.items);
}

function allKnown(nodes: readonly Value<string>[]): readonly string[] | undefined {
  const values = nodes.flatMap((node) => known(node)?.toLowerCase() ?? []);
  return values.length === nodes.length ? values : undefined;
}
