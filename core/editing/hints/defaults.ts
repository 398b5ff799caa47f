import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { primaryShape } from '../../design/format/cluster.ts';
import type { Hint } from './hint.ts';

/** Properties whose default people ought to know of, and often do not, with that default in a few words. */
const mattering = {
  backupRetentionPeriod: 'backups 1 day',
  deletionProtection: 'deletable',
  storageType: 'pay per I/O',
} as const;

const names = Object.keys(mattering) as (keyof typeof mattering)[];

/** What holds in the clusters of a design because nobody said otherwise, beside their keys. */
export function defaultsHints(design: Design): readonly Hint[] {
  return clustersOf(design).flatMap(hintOn);
}

function hintOn(cluster: Cluster): readonly Hint[] {
  const unsaid = names.filter((name) => cluster[name].presence === 'absent');
  const isNew = cluster.presence === 'known' && cluster.origin.presence === 'absent';
  if (!isNew || unsaid.length === 0) return [];
  const text = unsaid.map((name) => mattering[name]).join(', ');
  const taken = unsaid.map((name) => `${name}: ${primaryShape.properties[name].documentation.default}`).join(', ');
  const tooltip = `Nothing is written, so Aurora takes ${taken}.`;
  return [{ kind: 'defaults', path: cluster.path, at: 'key', text, tooltip }];
}
