import type { Cluster, Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { readersOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** Auto scaling that keeps the readers there are and adds as many again; none for Serverless v2, which scales by itself. */
export function autoScalingSnippets(design: Design, cluster: Cluster): readonly WholeSnippet[] {
  const readers = readersOf(design, cluster).length;
  const isServerless = cluster.instances.items.some((instance) => known(instance.class) === serverlessClass);
  if (readers === 0 || isServerless) return [];
  const most = Math.min(limits.as_capacity.max, readers + 3);
  const text = [
    `minCapacity: \${1:${readers}}`,
    `maxCapacity: \${2:${most}}`,
    'metric: RDSReaderAverageCPUUtilization',
    `targetValue: \${3:60}`,
    'scaleInCooldown: 300',
    'scaleOutCooldown: 300',
  ].join('\n');
  return [{ label: 'readers by CPU', detail: `${readers} to ${most} readers, CPU at 60 percent`, text }];
}

/** A capacity range; for clusters that have Serverless v2 instances. */
export function serverlessSnippets(cluster: Cluster): readonly WholeSnippet[] {
  const isServerless = cluster.instances.items.some((instance) => known(instance.class) === serverlessClass);
  if (!isServerless) return [];
  const text = `minCapacity: \${1:2}\nmaxCapacity: \${2:16}`;
  return [{ label: 'Serverless v2 capacity', detail: '2 to 16 ACU, about 4 to 32 GiB', text }];
}

/** Objectives that the design can hold: it survives the loss of an AZ where its instances stand in several. */
export function objectivesSnippets(design: Design): readonly WholeSnippet[] {
  const zones = new Set(placementsOf(design.primary).map(({ availabilityZone }) => availabilityZone));
  if (zones.size < 2) return [];
  const text = `writerRecovery: \${1:60s}\ndataLoss: 0s\nsurvive: [instance, az]`;
  return [{ label: 'survive an AZ', detail: 'writer back within 60 s, nothing lost', text }];
}
