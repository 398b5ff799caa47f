import type { Cluster, Design, SecondaryCluster } from './design.ts';
import { known } from './node.ts';

/** The secondaries that certainly follow by the storage of a global database; those fed by binlog are none. */
export function globalSecondaries(design: Design): readonly SecondaryCluster[] {
  return design.secondaries.items.filter(
    ({ presence, replication }) =>
      presence === 'known' && (replication.presence === 'absent' || known(replication) === 'global'),
  );
}

/** The clusters of the global database, the primary first; none when the design certainly has no secondary of one. */
export function globalMembers(design: Design): readonly Cluster[] {
  const secondaries = globalSecondaries(design);
  return secondaries.length === 0 ? [] : [design.primary, ...secondaries];
}
