import { formatSize } from '../../design/format/size.ts';
import { countOf } from '../../text/quantity.ts';
import type { ClusterPicture, InstancePicture, PillarPicture } from '../picture/cluster-picture.ts';
import type { Picture } from '../picture/picture.ts';

/** A picture as a Mermaid flowchart, for a README: Regions and AZs as frames, endpoints with arrows to who answers. */
export function toMermaid({ clusters }: Picture): string {
  const ids = new Map(
    clusters
      .flatMap((cluster) => instancesOf(cluster).map(({ path }) => path))
      .map((path, index) => [path, `i${index}`]),
  );
  const lines = [
    'flowchart TB',
    ...clusters.flatMap((cluster, index) => clusterLines(cluster, index, ids)),
    ...clusters.flatMap(({ replication }, index) =>
      replication === undefined ? [] : [`  v0 -- ${label(`${replication ?? '?'} replication`)} --> v${index}`],
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function instancesOf({ pillars }: ClusterPicture): readonly InstancePicture[] {
  return pillars.flatMap(({ instances }) => instances);
}

function clusterLines(cluster: ClusterPicture, index: number, ids: ReadonlyMap<string, string>): readonly string[] {
  const { region, role, clusterIdentifier, pillars, endpoints, volume } = cluster;
  const size = volume.bytes === null ? '?' : formatSize(volume.bytes);
  const groups = volume.groups === null ? '? groups' : countOf(volume.groups, 'group');
  return [
    `  subgraph c${index}[${label(`${region ?? '?'}: ${role}, ${clusterIdentifier ?? '?'}`)}]`,
    ...pillars.flatMap((pillar, place) => pillarLines(pillar, `c${index}z${place}`, ids)),
    `    v${index}[(${label(`volume`, `${size}, ${groups}`, '6 copies each')})]`,
    '  end',
    ...endpoints.flatMap(({ name, answers }, place) => [
      `  c${index}e${place}([${label(name ?? '?')}])`,
      ...(answers ?? []).map((path) => `  c${index}e${place} --> ${ids.get(path) ?? ''}`),
    ]),
  ];
}

function pillarLines(
  { kind, zone, instances }: PillarPicture,
  id: string,
  ids: ReadonlyMap<string, string>,
): readonly string[] {
  if (instances.length === 0) return [];
  const name = kind === 'chosen' ? 'AZ chosen by Aurora' : (zone ?? 'AZ ?');
  return [
    `    subgraph ${id}[${label(name)}]`,
    ...instances.map(
      (instance) =>
        `      ${ids.get(instance.path) ?? ''}[${label(
          instance.id ?? '?',
          `${instance.role}, tier ${instance.tier ?? '?'}`,
          instance.class ?? '?',
        )}]`,
    ),
    '    end',
  ];
}

/** Lines of a label in quotes; what would end it is written as an entity. */
function label(...lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/[#&<>"`\r\n]/g, (sign) => `#${sign.codePointAt(0) ?? 32};`));
  return `"${escaped.join('<br/>')}"`;
}
