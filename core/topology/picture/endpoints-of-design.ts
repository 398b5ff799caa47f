import type { Cluster, Design, Instance } from '../../design/design.ts';
import { known, knownOr, type List, type Value } from '../../design/node.ts';
import { formatPath } from '../../design/path.ts';
import { isMultiMaster, readersOf, writerOf } from '../../design/promotion.ts';
import type { EndpointPicture } from './cluster-picture.ts';

/**
 * The endpoints of a cluster and who answers while nothing has failed: custom endpoints in file order, then reader,
 * cluster and, in the primary of a global database, the global writer endpoint. A secondary of a global database has
 * no writer, so its cluster endpoint answers nobody and is left out; a multi-master cluster has no reader endpoint.
 * Source: Aurora guide, endpoints (a reader endpoint without readers answers with the writer) and global databases.
 */
export function endpointsOfDesign(design: Design, cluster: Cluster): readonly EndpointPicture[] {
  const path = formatPath(cluster.path);
  const writer = writerOf(design, cluster);
  const readers = readersOf(design, cluster);
  const builtIn = (kind: EndpointPicture['kind'], instances: readonly Instance[]): EndpointPicture => ({
    path,
    kind,
    name: kind,
    answers: pathsOf(instances),
  });
  const writers = writer === undefined ? [] : [writer];
  return [
    ...cluster.endpoints.items.map(
      (endpoint): EndpointPicture => ({
        path: formatPath(endpoint.path),
        kind: 'custom',
        name: known(endpoint.id) ?? null,
        answers: customAnswers(endpoint, cluster.instances.items, readers),
      }),
    ),
    ...(isMultiMaster(design, cluster) ? [] : [builtIn('reader', readers.length > 0 ? readers : writers)]),
    ...(isFollower(design, cluster) ? [] : [builtIn('cluster', writers)]),
    ...(cluster === design.primary && isGlobal(design) ? [builtIn('global', writers)] : []),
  ];
}

function isFollower(design: Design, cluster: Cluster): boolean {
  return design.secondaries.items.some((one) => one === cluster && knownOr(one.replication, 'global') === 'global');
}

function isGlobal(design: Design): boolean {
  return design.secondaries.items.some(({ replication }) => knownOr(replication, 'global') === 'global');
}

function pathsOf(instances: readonly Instance[]): readonly string[] {
  return instances.map(({ path }) => formatPath(path));
}

/** Null when the type is none of a custom endpoint, and when a list or a name in it is unknown. */
function customAnswers(
  endpoint: Cluster['endpoints']['items'][number],
  instances: readonly Instance[],
  readers: readonly Instance[],
): readonly string[] | null {
  const type = knownOr(endpoint.type, 'ANY');
  const fixed = namesIn(endpoint.staticMembers);
  const excluded = namesIn(endpoint.excludedMembers);
  if ((type !== 'READER' && type !== 'ANY') || fixed === undefined || excluded === undefined) return null;
  const members = instances.filter((instance) => {
    const id = known(instance.id) ?? '';
    const chosen = endpoint.staticMembers.presence === 'absent' ? !excluded.includes(id) : fixed.includes(id);
    return chosen && (type === 'ANY' || readers.includes(instance));
  });
  return pathsOf(members);
}

/** The names of a list, none when it is absent; undefined when it or one of its names is unknown. */
function namesIn(list: List<Value<string>>): readonly string[] | undefined {
  if (list.presence === 'unknown') return undefined;
  const names = list.items.map(known);
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
}
