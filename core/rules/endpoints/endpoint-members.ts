import type { Cluster, Design, Instance } from '../../design/design.ts';
import { certainlyEqual, known, knownOr, type List, type Value } from '../../design/node.ts';
import { readersOf } from '../../design/promotion.ts';

type Endpoint = Pick<Cluster['endpoints']['items'][number], 'type' | 'staticMembers' | 'excludedMembers'>;

/**
 * The declared instances that a custom endpoint leads to while nothing has failed: those of its static list, or all but
 * the excluded ones; of a READER endpoint the readers among them. Undefined when a list or the type is unknown,
 * or a name that may be that of an instance.
 * Source: Aurora guide, custom endpoints (membership rules).
 */
export function endpointMembers(design: Design, cluster: Cluster, endpoint: Endpoint): readonly Instance[] | undefined {
  const type = knownOr(endpoint.type, 'ANY');
  if (type === undefined || cluster.instances.presence === 'unknown') return undefined;
  const { items: instances } = cluster.instances;
  const [fixed, excluded] = [
    membersIn(endpoint.staticMembers, instances),
    membersIn(endpoint.excludedMembers, instances),
  ];
  if (fixed === undefined || excluded === undefined) return undefined;
  const candidates = type === 'READER' ? readersOf(design, cluster) : instances;
  const isFixed = (instance: Instance) => endpoint.staticMembers.items.length === 0 || fixed.includes(instance);
  return candidates.filter((instance) => isFixed(instance) && !excluded.includes(instance));
}

/** The declared instances that a member list names; undefined when it may name others. */
function membersIn(list: List<Value<string>>, instances: readonly Instance[]): readonly Instance[] | undefined {
  if (list.presence === 'unknown') return undefined;
  const isClosed = instances.every(({ id }) => known(id) !== undefined);
  const named: Instance[] = [];
  for (const member of list.items) {
    const instance = instances.find(({ id }) => isSameId(id, member));
    if (instance !== undefined) named.push(instance);
    else if (known(member) === undefined || !isClosed) return undefined;
  }
  return named;
}

/** Whether two identifiers certainly are the same: AWS stores them in lower case. */
function isSameId(a: Value<string>, b: Value<string>): boolean {
  return certainlyEqual(a, b) || (known(a) !== undefined && known(a)?.toLowerCase() === known(b)?.toLowerCase());
}
