import type { EditValue } from '../edit.ts';
import { versionFamily } from '../engine-version.ts';
import { type Content, definedOnly, groupAt, groupsAt, isContent, listAt, textAt } from './design-content.ts';

/** What holds in a cluster when nothing is said, as the documentation of the format states it. */
const ofClusters: Content = {
  engineMode: 'provisioned',
  storageType: 'aurora',
  backupRetentionPeriod: 1,
  backtrackWindow: 0,
  deletionProtection: false,
  copyTagsToSnapshot: false,
  enableIAMDatabaseAuthentication: false,
  manageMasterUserPassword: false,
  networkType: 'IPV4',
  monitoringInterval: 0,
  databaseInsightsMode: 'standard',
  performanceInsightsEnabled: false,
  performanceInsightsRetentionPeriod: 7,
  enableHttpEndpoint: false,
  enableLocalWriteForwarding: false,
  enableGlobalWriteForwarding: false,
  engineLifecycleSupport: 'open-source-rds-extended-support',
  autoMinorVersionUpgrade: true,
  replication: 'global',
};

const ofTracking: Content = { scaleInCooldown: 300, scaleOutCooldown: 300, disableScaleIn: false };

/** What an instance has from its cluster, or when nothing is said. */
const ofInstances: Content = { promotionTier: 1, autoMinorVersionUpgrade: true };

/** The port that an engine listens on when a blueprint states none. */
export const defaultPorts: Readonly<Record<string, number>> = { 'aurora-mysql': 3306, 'aurora-postgresql': 5432 };

/**
 * The content of a design without what holds anyway, each thing said in one way: the version of the primary stands on
 * top, for instance. Two designs are the same when this is the same.
 */
export function leaveOutDefaults(content: Content): Content {
  const { primary } = content;
  const version = textAt(groupAt(content, 'primary'), 'engineVersion') ?? textAt(content, 'engineVersion');
  const scope: Scope = {
    name: textAt(content, 'name'),
    engine: textAt(content, 'engine'),
    version,
    versionOnTop: textAt(content, 'engineVersion'),
  };
  const secondaries = groupsAt(content, 'secondaries').map((secondary) => clusterOf(secondary, scope, false));
  return withoutEmpty({
    ...content,
    ...definedOnly({ engineVersion: version }),
    ...(isContent(primary) ? { primary: clusterOf(primary, scope, true) } : {}),
    secondaries,
    machineLearning: listAt(content, 'machineLearning').map((role) => roleOf(role, content)),
  });
}

interface Scope {
  readonly name: string | undefined;
  readonly engine: string | undefined;
  /** The version that counts for the primary. */
  readonly version: string | undefined;
  readonly versionOnTop: string | undefined;
}

function clusterOf(cluster: Content, scope: Scope, isPrimary: boolean): Content {
  const { replication } = cluster;
  const isNew = Object.keys(groupAt(cluster, 'origin')).length === 0;
  const version = textAt(cluster, 'engineVersion') ?? scope.versionOnTop;
  const defaults: Content = {
    ...ofClusters,
    ...definedOnly({
      clusterIdentifier: scope.name,
      port: defaultPorts[scope.engine ?? ''],
      engineVersion: scope.version,
      dbClusterParameterGroupName: defaultGroupOf(scope.engine, version),
      // What a restored cluster is encrypted with follows from where it comes from.
      storageEncrypted: isNew ? true : undefined,
    }),
  };
  const hasWriter = isPrimary || replication === 'binlog';
  return withoutEmpty(
    without(
      {
        ...cluster,
        ...definedOnly({ engineVersion: version }),
        instances: instancesOf(cluster, scope, hasWriter),
        autoScaling: autoScalingOf(groupAt(cluster, 'autoScaling')),
        serverlessV2ScalingConfiguration: serverlessOf(groupAt(cluster, 'serverlessV2ScalingConfiguration')),
        endpoints: groupsAt(cluster, 'endpoints').map((endpoint) => withoutEmpty(without(endpoint, { type: 'ANY' }))),
        origin: originOf(groupAt(cluster, 'origin')),
      },
      defaults,
    ),
  );
}

function defaultGroupOf(engine: string | undefined, version: string | undefined): string | undefined {
  if ((engine !== 'aurora-mysql' && engine !== 'aurora-postgresql') || version === undefined) return undefined;
  const family = versionFamily(engine, version);
  return family === undefined ? undefined : `default.${family}`;
}

function instancesOf(cluster: Content, { engine }: Scope, hasWriter: boolean): readonly Content[] {
  const { dbSubnetGroupName, monitoringInterval = 0, performanceInsightsEnabled = false } = cluster;
  const { performanceInsightsRetentionPeriod = 7 } = cluster;
  const inherited = definedOnly({
    ...ofInstances,
    engine,
    dbSubnetGroupName,
    performanceInsightsRetentionPeriod,
    // What the cluster switches on can be off for one of its instances.
    monitoringInterval: monitoringInterval === 0 ? 0 : undefined,
    performanceInsightsEnabled: performanceInsightsEnabled === false ? false : undefined,
  });
  const instances = groupsAt(cluster, 'instances').map((instance) =>
    without(instance, { ...inherited, role: 'reader' }),
  );
  const [first, ...others] = instances;
  const isImplied = hasWriter && first !== undefined && others.every(({ role }) => role !== 'writer');
  return isImplied ? [without(first, { role: 'writer' }), ...others] : instances;
}

function autoScalingOf(autoScaling: Content): Content {
  const policies = groupsAt(autoScaling, 'policies').map((policy) => without(policy, ofTracking));
  return withoutEmpty({ ...without(autoScaling, ofTracking), policies });
}

/** The timeout is left at its default only where instances can pause. */
function serverlessOf(configuration: Content): Content {
  const { minCapacity } = configuration;
  return minCapacity === 0 ? without(configuration, { secondsUntilAutoPause: 300 }) : configuration;
}

function originOf(origin: Content): Content {
  const { pointInTime } = origin;
  if (!isContent(pointInTime)) return origin;
  return { ...origin, pointInTime: without(pointInTime, { useLatestRestorableTime: false }) };
}

/** A role of machine learning, its Regions in the order of the clusters; the primary's alone is left out. */
function roleOf(role: EditValue, content: Content): EditValue {
  if (!isContent(role)) return role;
  const written = listAt(role, 'regions');
  if (written.length === 0) return role;
  const { region: primary } = groupAt(content, 'primary');
  const clusters = [primary, ...groupsAt(content, 'secondaries').map(({ region }) => region)];
  const ofClusters = clusters.flatMap((region) => (region !== undefined && written.includes(region) ? [region] : []));
  const regions = [...new Set([...ofClusters, ...written])];
  return without({ ...role, regions }, regions.length === 1 && regions[0] === primary ? { regions } : {});
}

/** The entries of a mapping that differ from those of another. */
function without(content: Content, defaults: Content): Content {
  return Object.fromEntries(Object.entries(content).filter(([key, value]) => !isSame(value, defaults[key])));
}

/** Whether two values say the same; the order of keys says nothing. */
export function isSame(a: EditValue | undefined, b: EditValue | undefined): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]))
    );
  }
  if (!isContent(a) || !isContent(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
}

/** The entries of a mapping in which something stands. */
function withoutEmpty(content: Content): Content {
  const isEmpty = (value: EditValue) => typeof value === 'object' && Object.keys(value).length === 0;
  return Object.fromEntries(Object.entries(content).filter(([, value]) => !isEmpty(value)));
}
