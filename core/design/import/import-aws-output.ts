import { countOf } from '../../text/quantity.ts';
import { type Content, textAt as contentText, definedOnly, groupsAt } from '../content/design-content.ts';
import type { Path } from '../path.ts';
import { type AwsObject, type AwsOutput, objectIn, objectsIn, textIn } from '../readers/aws-output.ts';
import type { Note } from '../writers/new-blueprint.ts';
import { clusterContent, isForwarding, regionOfArn, rolesOf } from './aws-cluster.ts';
import { addedInstances } from './aws-instances.ts';
import { properties } from './aws-properties.ts';
import type { Imported } from './imported.ts';

/** A member of a global database, with the database. */
interface Membership {
  readonly database: AwsObject;
  readonly member: AwsObject;
}

/** The Aurora clusters that the AWS CLI printed, each as a design of its own; what no output has is noted. */
export function importAwsOutput(output: AwsOutput): readonly Imported[] {
  const memberships = new Map<string, Membership>();
  for (const database of output.GlobalClusters) {
    for (const member of objectsIn(database, 'GlobalClusterMembers')) {
      memberships.set(textIn(member, 'DBClusterArn') ?? '', { database, member });
    }
  }
  const clusters = [...output.DBClusters, ...clustersOfInstances(output)].filter(isAurora);
  const seen = new Set(clusters.map((cluster) => textIn(cluster, 'DBClusterArn')));
  const others = [...memberships]
    .filter(([arn]) => arn !== '' && !seen.has(arn))
    .map(([, membership]) => unseen(membership));
  return [...clusters, ...others].map((cluster) => {
    return importCluster(cluster, memberships.get(textIn(cluster, 'DBClusterArn') ?? ''), output);
  });
}

function isAurora(cluster: AwsObject): boolean {
  return textIn(cluster, 'Engine')?.startsWith('aurora') === true;
}

/** Clusters of which only instances were printed. */
function clustersOfInstances({ DBClusters, DBInstances }: AwsOutput): readonly AwsObject[] {
  const described = new Set(DBClusters.map((cluster) => textIn(cluster, 'DBClusterIdentifier')));
  const clusters = new Map<string, AwsObject>();
  for (const instance of DBInstances) {
    const DBClusterIdentifier = textIn(instance, 'DBClusterIdentifier');
    if (DBClusterIdentifier === undefined || described.has(DBClusterIdentifier)) continue;
    const { Engine, EngineVersion, MasterUsername, DBName: DatabaseName, DBInstanceArn } = instance;
    const DBClusterArn = `${DBInstanceArn}`.replace(/:db:.*$/, `:cluster:${DBClusterIdentifier}`);
    const DBSubnetGroup = textIn(objectIn(instance, 'DBSubnetGroup'), 'DBSubnetGroupName');
    const known = {
      DBClusterIdentifier,
      DBClusterArn,
      Engine,
      EngineVersion,
      MasterUsername,
      DatabaseName,
      DBSubnetGroup,
    };
    clusters.set(DBClusterIdentifier, clusters.get(DBClusterIdentifier) ?? known);
  }
  return [...clusters.values()];
}

/** A member of a global database that was printed nowhere else: it stands in another Region. */
function unseen({ database, member }: Membership): AwsObject {
  const { DBClusterArn } = member;
  const { Engine, EngineVersion } = database;
  return { DBClusterArn, DBClusterIdentifier: `${DBClusterArn}`.split(':').at(-1), Engine, EngineVersion };
}

function importCluster(cluster: AwsObject, membership: Membership | undefined, output: AwsOutput): Imported {
  const { database = {}, member = {} } = membership ?? {};
  const { IsWriter } = member;
  const source = membership === undefined ? textIn(cluster, 'ReplicationSourceIdentifier') : undefined;
  const isPrimary = membership === undefined ? source === undefined : IsWriter === true;
  const name = textIn(database, 'GlobalClusterIdentifier') ?? textIn(cluster, 'DBClusterIdentifier');
  const own = definedOnly({
    ...clusterContent(cluster, output),
    enableGlobalWriteForwarding: isPrimary ? undefined : isForwarding(textIn(member, 'GlobalWriteForwardingStatus')),
    replication: source === undefined ? undefined : 'binlog',
    replicationSourceIdentifier: source,
  });
  const path: Path = isPrimary ? ['primary'] : ['secondaries', 0];
  const content: Content = {
    ...definedOnly({ name }),
    ...properties(cluster, { engine: 'Engine', engineVersion: 'EngineVersion' }),
    ...(isPrimary ? properties(cluster, { databaseName: 'DatabaseName', masterUsername: 'MasterUsername' }) : {}),
    ...(isPrimary ? { primary: own } : { secondaries: [own] }),
    machineLearning: rolesOf(cluster).models,
  };
  const global = textIn(database, 'GlobalClusterIdentifier');
  const arn = isPrimary ? textIn(cluster, 'DBClusterArn') : source;
  const names = [global, arn].filter((one) => one !== undefined);
  return { names, content, notes: [...notesOn(cluster, own, path, output), ...passwordNote(cluster, content)] };
}

/** What the outputs do not have, or not all of. */
function notesOn(cluster: AwsObject, content: Content, path: Path, output: AwsOutput): readonly Note[] {
  const notes: Note[] = [];
  const note = (steps: Path, text: string) => notes.push({ path: [...path, ...steps], text });
  const group = textIn(cluster, 'DBClusterParameterGroup');
  if (group !== undefined && !group.startsWith('default.')) {
    note(['parameters'], `parameters: those of ${group} are not in the output.`);
  }
  if (textIn(cluster, 'Status') === undefined && textIn(cluster, 'ClusterCreateTime') === undefined) {
    const region = regionOfArn(textIn(cluster, 'DBClusterArn'));
    note(
      [],
      `Only what other outputs say of it: describe-db-clusters${region === undefined ? '' : ` in ${region}`} has the rest.`,
    );
  }
  if (groupsAt(content, 'instances').some((instance) => contentText(instance, 'class') === undefined)) {
    note(['instances'], 'Classes and Availability Zones of the instances: describe-db-instances has them.');
  }
  const { CustomEndpoints: custom } = cluster;
  if (Array.isArray(custom) && custom.length > 0 && output.DBClusterEndpoints.length === 0) {
    note(['endpoints'], `endpoints: describe-db-cluster-endpoints has ${countOf(custom.length, 'custom endpoint')}.`);
  }
  const added = addedInstances(cluster);
  if (added.length > 0) note(['instances'], `Without ${added.join(', ')}, which auto scaling added.`);
  if (output.ScalableTargets.length === 0) {
    note(
      ['autoScaling'],
      'autoScaling: describe-scalable-targets and describe-scaling-policies have it, if there is any.',
    );
  }
  return notes;
}

/** The master user has a password that no output has, unless Aurora keeps it. */
function passwordNote({ MasterUserSecret }: AwsObject, { masterUsername }: Content): readonly Note[] {
  if (masterUsername === undefined || MasterUserSecret !== undefined) return [];
  return [{ path: ['masterUserPassword'], text: 'masterUserPassword: never in an output. Refer to a secret.' }];
}
