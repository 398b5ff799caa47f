import { keepsName, replacedWith } from '../../design/replaced-resources.ts';
import type { KeptResource, PropertyChange, TemplateChange } from '../../design/resource-change.ts';
import { type GraphResource, isAbsent, isGiven, textOf, truthOf } from '../../design/resource-graph.ts';
import { inWords, sayChange, sayValue } from './change-words.ts';

/**
 * What it means that an edit touches a property for which CloudFormation replaces the resource: what is replaced, what
 * becomes of the data, and what to do instead.
 */
export function replacementMessage(change: TemplateChange, root: KeptResource, changed: PropertyChange): string {
  const replaced = replacedWith(change, root);
  const named = replaced.filter(keepsName);
  const what = replacedWords(root, replaced.slice(1));
  const verb = named.length > 0 ? 'has to replace' : 'replaces';
  return [
    `${sayChange(changed)}${ifWords(changed)}CloudFormation ${verb} ${what}.`,
    ...refusalWords(named),
    ...consequenceWords(replaced, named.length > 0),
    remedyWords(root, changed),
  ].join(' ');
}

/** Under which condition the property has another value than before. */
function ifWords({ earlier, later, isCertain }: PropertyChange): string {
  if (isCertain) return ': ';
  if (isAbsent(earlier)) return '. Unless it is empty, ';
  return isAbsent(later) ? '. Unless it was empty, ' : '. If its value is another one, ';
}

function replacedWords({ later }: KeptResource, others: readonly KeptResource[]): string {
  const own = `the ${nounOf(later)} ${later.logicalId}`;
  return others.length === 0 ? own : `${own}, and with it ${inWords(others.map((other) => other.later.logicalId))}`;
}

const nouns: Readonly<Record<string, string>> = {
  'AWS::RDS::DBCluster': 'cluster',
  'AWS::RDS::DBInstance': 'instance',
  'AWS::RDS::GlobalCluster': 'global cluster',
  'AWS::RDS::DBSubnetGroup': 'subnet group',
  'AWS::RDS::DBClusterEndpoint': 'custom endpoint',
  'AWS::RDS::DBShardGroup': 'DB shard group',
};

function nounOf({ type }: GraphResource): string {
  return nouns[type] ?? 'parameter group';
}

function refusalWords(named: readonly KeptResource[]): readonly string[] {
  const names = named.map(({ behavior, later }) => {
    const { identifier = '' } = behavior;
    return `${later.logicalId} keeps its ${identifier} ${sayValue(later.property(identifier))}`;
  });
  if (names.length === 0) return [];
  return [`It refuses that while ${inWords(names)}: the update fails and is rolled back.`];
}

function consequenceWords(replaced: readonly KeptResource[], isRefused: boolean): readonly string[] {
  const clusters = replaced.filter(({ later }) => later.type === 'AWS::RDS::DBCluster');
  if (clusters.length > 0) {
    const condition = isRefused ? 'With another name it goes on: ' : '';
    return clusters.map((cluster) => sentence(`${condition}${contentWords(cluster.later)}; ${fateWords(cluster)}`));
  }
  const [root] = replaced;
  if (isRefused || root === undefined) return [];
  return [
    root.later.type === 'AWS::RDS::DBInstance' ? instanceWords(root.later) : (consequences[root.later.type] ?? []),
  ].flat();
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What the cluster that takes the place of another one holds. */
export function contentWords(cluster: GraphResource): string {
  const snapshot = cluster.property('SnapshotIdentifier');
  const source = cluster.property('SourceDBClusterIdentifier');
  if (isGiven(source)) return `the new cluster is restored from ${sayValue(source)}`;
  if (isGiven(snapshot)) return `the new cluster holds what the snapshot ${sayValue(snapshot)} holds, nothing newer`;
  const replicated = ['ReplicationSourceIdentifier', 'GlobalClusterIdentifier'].map((name) => cluster.property(name));
  if (replicated.some(isGiven)) return 'the new cluster has no data but what is replicated to it';
  const possible = [snapshot, source, ...replicated].find((value) => !isAbsent(value));
  return possible === undefined
    ? 'the new cluster is empty'
    : `the new cluster is empty unless ${possible.path.at(-1)} names where its data come from`;
}

/** What becomes of a cluster that is replaced. */
function fateWords({ earlier, later }: KeptResource): string {
  const policy = later.attribute('UpdateReplacePolicy');
  const word = policy.kind === 'absent' ? 'Delete' : textOf(policy);
  if (word === 'Retain') return 'the old one stays with its data, outside of the stack (UpdateReplacePolicy: Retain)';
  if (truthOf(earlier.property('DeletionProtection')) === true) {
    return 'the old one cannot be deleted because of its DeletionProtection, and stays with its data, outside of the stack';
  }
  if (word === 'Snapshot') return 'the old one is deleted after a final snapshot (UpdateReplacePolicy: Snapshot)';
  if (word !== 'Delete') return 'UpdateReplacePolicy decides whether the old one is deleted with its data';
  const reason =
    policy.kind === 'absent' ? ', because it has no UpdateReplacePolicy' : ' (UpdateReplacePolicy: Delete)';
  return `the old one is deleted with its data and without a snapshot${reason}`;
}

function instanceWords({ logicalId }: GraphResource): string {
  return `The data stay in the volume of the cluster; connections to the old instance break, and if ${logicalId} is the writer, the cluster fails over.`;
}

const ofGroups = 'No data are concerned: what uses the group gets the new one.';

/** What it means that a resource without data of its own is replaced. */
const consequences: Readonly<Record<string, string>> = {
  'AWS::RDS::DBClusterEndpoint': 'Its DNS name is another one then, and clients that use the old one reach nobody.',
  'AWS::RDS::DBShardGroup':
    'A cluster takes one DB shard group, and CloudFormation makes the new one before the old one goes: on the same cluster AWS refuses it, and the update is rolled back.',
  'AWS::RDS::GlobalCluster': 'Its members in other Regions do not go along.',
  'AWS::RDS::DBClusterParameterGroup': ofGroups,
  'AWS::RDS::DBParameterGroup': ofGroups,
};

/** What a person can do who does not want a replacement. */
const instead: Readonly<Record<string, string>> = {
  AvailabilityZones: 'The zone of each instance is chosen by the AvailabilityZone of the instance.',
  DatabaseName: 'CREATE DATABASE makes further databases in the cluster.',
  DBSubnetGroupName: 'The SubnetIds of a subnet group change in place.',
  Engine: 'Data go to another engine by a dump or by AWS DMS, into a cluster beside this one.',
  StorageEncrypted: 'A snapshot that is restored with a KmsKeyId comes out encrypted; encryption cannot be taken away.',
  GlobalClusterIdentifier:
    'To make the cluster the primary of a global database, name it in SourceDBClusterIdentifier of an AWS::RDS::GlobalCluster.',
};

/** What says where the data of a cluster came from when it was created. */
const origin: ReadonlySet<string> = new Set([
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
  'RestoreToTime',
  'RestoreType',
  'UseLatestRestorableTime',
]);

function remedyWords({ later }: KeptResource, changed: PropertyChange): string {
  const { property, earlier } = changed;
  const back = isAbsent(earlier) ? `Take ${property} away again` : `Put ${sayValue(earlier)} back`;
  if (later.type !== 'AWS::RDS::DBCluster') return `${back}.`;
  const other = instead[property];
  if (other !== undefined) return `${back}. ${other}`;
  if (origin.has(property)) {
    return isAbsent(earlier)
      ? `${back}, and restore into a cluster beside this one.`
      : `${back}: it has to stay for the life of the cluster.`;
  }
  if (isGiven(later.property('SnapshotIdentifier'))) return `${back}.`;
  return `${back}; or, to take the data along, name a new snapshot of the cluster in SnapshotIdentifier in the same edit.`;
}
