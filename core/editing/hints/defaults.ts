import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { primaryShape } from '../../design/format/cluster.ts';
import type { Hint } from './hint.ts';

/** Properties whose default people ought to know of, and often do not. */
const mattering = ['backupRetentionPeriod', 'deletionProtection', 'storageType'] as const;

/** What holds in the clusters of a design because nobody said otherwise, beside their keys. */
export function defaultsHints(design: Design): readonly Hint[] {
  return clustersOf(design).flatMap(hintOn);
}

function hintOn(cluster: Cluster): readonly Hint[] {
  const unsaid = mattering.filter((name) => cluster[name].presence === 'absent');
  const isNew = cluster.presence === 'known' && cluster.origin.presence === 'absent';
  if (!isNew || unsaid.length === 0) return [];
  const text = unsaid.map((name) => `${name}: ${primaryShape.properties[name].documentation.default}`).join(', ');
  return [
    { kind: 'defaults', path: cluster.path, at: 'key', text, tooltip: 'What Aurora takes where nothing is written.' },
  ];
}
