import { extend, partIn, pick, textIn, valueIn } from './group.ts';
import { type GroupPart, type Part, unknownPart } from './part.ts';

const sources = ['sourceDBClusterIdentifier', 'sourceDbClusterResourceId'];

/**
 * Where the data of a cluster comes from, as CloudFormation's provider decides it: a source cluster goes before a
 * snapshot, and the latest restorable time before a point in time. Source: aws-cloudformation-resource-providers-rds,
 * aws-rds-dbcluster (Translator).
 */
export function originOf(properties: GroupPart): GroupPart | undefined {
  const has = (name: string) => partIn(properties, name) !== undefined;
  if (!sources.some(has))
    return has('snapshotIdentifier') ? origin(properties, 'snapshot', ['snapshotIdentifier']) : undefined;
  const restoreType = valueIn(properties, 'restoreType')?.value;
  if (restoreType?.kind === 'unknown') return { ...properties, parts: new Map(), isOpen: true };
  if (restoreType?.kind === 'scalar' && restoreType.text === 'copy-on-write')
    return origin(properties, 'clone', sources);
  const isLatest = textIn(properties, 'useLatestRestorableTime')?.toLowerCase() === 'true';
  return origin(properties, 'pointInTime', [
    ...sources,
    'useLatestRestorableTime',
    ...(isLatest ? [] : ['restoreToTime']),
  ]);
}

function origin(properties: GroupPart, kind: string, names: readonly string[]): GroupPart {
  const group = pick(properties, Object.fromEntries(names.map((name) => [name, name])));
  return { ...group, parts: new Map([[kind, () => group]]) };
}

/**
 * The properties of a cluster that count: what the provider leaves out of a restore is unknown, and a restored cluster
 * follows no other. Source: as above.
 */
export function effectiveProperties(properties: GroupPart): GroupPart {
  const has = (name: string) => partIn(properties, name) !== undefined;
  const fromSource = () => sources.some(has);
  const isRestored = () => fromSource() || has('snapshotIdentifier');
  const hideIf = (condition: () => boolean, name: string) => (): Part | undefined => {
    const part = partIn(properties, name);
    return part !== undefined && condition() ? unknownPart(part) : part;
  };
  return extend(properties, {
    databaseName: hideIf(isRestored, 'databaseName'),
    masterUsername: hideIf(isRestored, 'masterUsername'),
    masterUserPassword: hideIf(fromSource, 'masterUserPassword'),
    storageEncrypted: hideIf(isRestored, 'storageEncrypted'),
    globalClusterIdentifier: () => (isRestored() ? undefined : partIn(properties, 'globalClusterIdentifier')),
    replicationSourceIdentifier: () => (isRestored() ? undefined : partIn(properties, 'replicationSourceIdentifier')),
  });
}
