import type { Cluster, Design, SecondaryCluster } from './design.ts';
import { known } from './node.ts';

/** The secondaries that certainly follow by the storage of a global database; those fed by binlog are none. */
export function globalSecondaries(design: Design): readonly SecondaryCluster[] {
  return design.secondaries.items.filter(
    ({ presence, replication }) =>
      presence === 'known' && (replication.presence === 'absent' || known(replication) === 'global'),
  );
}

/**
 * The clusters of the global database, the primary first; none when the design is not certainly one. The secondaries of a
 * primary that a template makes a member are written in other templates.
 */
export function globalMembers(design: Design): readonly Cluster[] {
  const secondaries = globalSecondaries(design);
  const isMember = secondaries.length > 0 || design.secondaries.isElsewhere === true;
  return isMember ? [design.primary, ...secondaries] : [];
}
