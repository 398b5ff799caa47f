import { formatSize } from '../../design/format/size.ts';
import { countOf } from '../../text/quantity.ts';
import type { ClusterPicture } from './cluster-picture.ts';
import type { Picture } from './picture.ts';

/** A picture in sentences, for those who cannot see it. */
export function describePicture({ clusters }: Picture): string {
  return clusters.map(describeCluster).join(' ');
}

function describeCluster({ role, region, clusterIdentifier, pillars, volume }: ClusterPicture): string {
  const instances = pillars.flatMap((pillar) =>
    pillar.instances.map(({ id, role: does }) => `${id ?? '?'} (${does}, ${pillar.zone ?? 'AZ not named'})`),
  );
  const size = volume.bytes === null ? 'of unknown size' : `of ${formatSize(volume.bytes)}`;
  const groups = volume.groups === null ? '' : ` in ${countOf(volume.groups, 'protection group')}`;
  const who = instances.length === 0 ? 'no instance' : instances.join(', ');
  return `${clusterIdentifier ?? '?'}, ${role} in ${region ?? '?'}: ${who}; a volume ${size}${groups}, six copies each.`;
}
