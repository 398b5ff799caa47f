import { describe, expect, test } from 'vitest';
import { saidOfEdit } from '../../testing/edits.ts';
import { instance, template } from '../../testing/template-texts.ts';

/** Lines of Properties. */
const lines = (...properties: readonly string[]) => properties.map((property) => `      ${property}\n`).join('');
const password = 'ManageMasterUserPassword: true';
const two = instance('A') + instance('B');
const lost =
  'The new cluster is empty; the old one is deleted with its data and without a snapshot, because it has no UpdateReplacePolicy.';

/** What is said when the properties of the cluster change. */
const edit = (earlier: string, later: string, more: Parameters<typeof template>[1] = {}) =>
  saidOfEdit(template(earlier, more), template(later, more));

describe('AUR319: a property of the cluster', () => {
  test.each([
    ['DatabaseName', 'one', 'two', 'CREATE DATABASE'],
    ['KmsKeyId', 'alias/one', 'alias/two', 'name a new snapshot of the cluster in SnapshotIdentifier'],
    ['StorageEncrypted', 'false', 'true', 'A snapshot that is restored with a KmsKeyId comes out encrypted'],
    ['RestoreType', 'full-copy', 'copy-on-write', 'Put full-copy back: it has to stay for the life of the cluster.'],
    ['DBSubnetGroupName', 'one', 'two', 'The SubnetIds of a subnet group change in place.'],
    ['DBClusterIdentifier', 'one', 'two', 'name a new snapshot'],
    ['EngineMode', 'provisioned', 'serverless', 'name a new snapshot'],
    ['SourceDBClusterIdentifier', 'one', 'two', 'The new cluster is restored from two; '],
    ['PubliclyAccessible', 'true', 'false', lost],
  ])('%s that changes is named with both values and what to do', (property, before, after, words) => {
    const [said, ...others] = edit(lines(`${property}: ${before}`), lines(`${property}: ${after}`), { resources: two });
    expect(others).toEqual([]);
    expect(said).toContain(
      `warning AUR319 ${property} changes from ${before} to ${after}: CloudFormation replaces the cluster Cluster, and with it A and B.`,
    );
    expect(said).toContain(`Put ${before} back`);
    expect(said).toContain(words);
  });

  test('is named too when it is new, and when it is taken away', () => {
    expect(edit('', lines('DatabaseName: orders'))[0]).toContain(
      `DatabaseName is new (orders): CloudFormation replaces the cluster Cluster. ${lost} Take DatabaseName away again. CREATE DATABASE`,
    );
    expect(edit(lines('DatabaseName: orders'), '')[0]).toContain(
      `DatabaseName (orders) is taken away: CloudFormation replaces the cluster Cluster. ${lost} Put orders back.`,
    );
  });

  test.each([
    [
      'a list in another order',
      'AvailabilityZones: [us-east-1a, us-east-1b]',
      'AvailabilityZones: [us-east-1b, us-east-1a]',
    ],
    ['a name in capitals', 'DBClusterIdentifier: orders', 'DBClusterIdentifier: Orders'],
    ['a truth value as text', 'StorageEncrypted: true', 'StorageEncrypted: "True"'],
    ['a key by its ARN', 'KmsKeyId: 1234-abcd', 'KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/1234-abcd'],
    ['an alias by its ARN', 'KmsKeyId: alias/a', 'KmsKeyId: arn:aws:kms:us-east-1:123456789012:alias/a'],
    ['nothing and the empty text', 'DatabaseName: ""', ''],
    ['what changes in place', 'BackupRetentionPeriod: 7', 'BackupRetentionPeriod: 8'],
    ['a cluster that leaves its global database', 'GlobalClusterIdentifier: world', ''],
  ])('%s is the same', (_, before, after) => {
    expect(edit(lines(before), after === '' ? '' : lines(after))).toEqual([]);
  });

  test('another AZ is another list', () => {
    const zones = (last: string) => lines(`AvailabilityZones: [us-east-1a, us-east-1b, ${last}]`);
    expect(edit(zones('us-east-1c'), zones('us-east-1d'))[0]).toContain(
      'AvailabilityZones changes from us-east-1a, us-east-1b and us-east-1c to us-east-1a, us-east-1b and us-east-1d: ',
    );
    expect(edit(zones('us-east-1c'), lines('AvailabilityZones: [us-east-1a, us-east-1b]'))).toHaveLength(1);
  });

  test('the engine replaces, except from aurora to aurora-mysql, and is said once', () => {
    const engine = (name: string) => template('', { resources: two }).replaceAll('aurora-mysql', name);
    const said = saidOfEdit(engine('aurora-mysql'), engine('aurora-postgresql'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(
      'Engine changes from aurora-mysql to aurora-postgresql: CloudFormation replaces the cluster Cluster, and with it A and B.',
    );
    expect(said[0]).toContain('AWS DMS');
    expect(saidOfEdit(engine('aurora'), engine('aurora-mysql'))).toEqual([]);
    expect(saidOfEdit(engine('aurora'), engine('aurora-postgresql'))).toHaveLength(1);
  });

  test('the master user name neither replaces nor changes anything', () => {
    const edit = (earlier: string, later: string) =>
      saidOfEdit(template('', { credentials: earlier }), template('', { credentials: later }));
    expect(edit(lines('MasterUsername: one', password), lines('MasterUsername: two', password))).toEqual([
      'warning AUR319 MasterUsername changes from one to two, which has no effect: a cluster keeps one for life. Put the previous value back, and make another user with SQL.',
    ]);
    expect(edit('', lines('MasterUsername: two'))[0]).toContain('a cluster keeps the user it has for life');
  });

  test('joining a global database replaces the cluster', () => {
    const [said] = edit('', lines('GlobalClusterIdentifier: world'));
    expect(said).toContain('GlobalClusterIdentifier is new (world): CloudFormation replaces the cluster Cluster.');
    expect(said).toContain('The new cluster has no data but what is replicated to it; ');
    expect(said).toContain('name it in SourceDBClusterIdentifier of an AWS::RDS::GlobalCluster.');
  });
});

describe('AUR319: a custom endpoint', () => {
  const endpoint = (id: string, cluster: string, type = 'ANY') => `  Reports:
    Type: AWS::RDS::DBClusterEndpoint
    Properties:
      CustomEndpointType: ${type}
      DBClusterEndpointIdentifier: ${id}
      DBClusterIdentifier: ${cluster}
`;
  const said = (earlier: string, later: string) =>
    saidOfEdit(template('', { resources: earlier }), template('', { resources: later }));

  test('of another name is another endpoint', () => {
    expect(said(endpoint('reports', 'one'), endpoint('batch', 'one'))).toEqual([
      'warning AUR319 DBClusterEndpointIdentifier changes from reports to batch: CloudFormation replaces the custom endpoint Reports. Its DNS name is another one then, and clients that use the old one reach nobody. Put reports back.',
    ]);
  });

  test('cannot go to another cluster under its name', () => {
    expect(said(endpoint('reports', 'one'), endpoint('reports', 'two'))).toEqual([
      expect.stringContaining('It refuses that while Reports keeps its DBClusterEndpointIdentifier reports'),
    ]);
  });

  test('goes with its cluster', () => {
    const more = { resources: endpoint('reports', '!Ref Cluster') };
    expect(edit(lines('KmsKeyId: alias/one'), lines('KmsKeyId: alias/two'), more)).toEqual([
      expect.stringMatching(/the cluster Cluster, and with it Reports\. It refuses that while Reports keeps its/),
    ]);
  });

  test('changes its type in place, and capitals are no change of its name', () => {
    expect(said(endpoint('reports', 'one'), endpoint('Reports', 'ONE', 'READER'))).toEqual([]);
  });
});

describe('AUR319: a DB shard group', () => {
  const shards = (id: string, { cluster = 'one', units = 16, isPublic = false } = {}) => `  Shards:
    Type: AWS::RDS::DBShardGroup
    Properties:
      DBShardGroupIdentifier: ${id}
      DBClusterIdentifier: ${cluster}
      MaxACU: ${units}
      PubliclyAccessible: ${isPublic}
`;
  const said = (earlier: string, later: string) =>
    saidOfEdit(template('', { resources: earlier }), template('', { resources: later }));

  test('of another name cannot stand beside the old one', () => {
    expect(said(shards('orders'), shards('sales'))).toEqual([
      'warning AUR319 DBShardGroupIdentifier changes from orders to sales: CloudFormation replaces the DB shard group Shards. A cluster takes one DB shard group, and CloudFormation makes the new one before the old one goes: on the same cluster AWS refuses it, and the update is rolled back. Put orders back.',
    ]);
  });

  test.each([
    ['PubliclyAccessible changes from false to true', shards('orders', { isPublic: true })],
    ['DBClusterIdentifier changes from one to two', shards('orders', { cluster: 'two' })],
  ])('that keeps its name is not replaced: %s', (words, later) => {
    expect(said(shards('orders'), later)).toEqual([
      `warning AUR319 ${words}: CloudFormation has to replace the DB shard group Shards. It refuses that while Shards keeps its DBShardGroupIdentifier orders: the update fails and is rolled back. Put ${words.split(' ')[3]} back.`,
    ]);
  });

  test('goes with its cluster', () => {
    const more = { resources: shards('orders', { cluster: '!Ref Cluster' }) };
    expect(edit(lines('KmsKeyId: alias/one'), lines('KmsKeyId: alias/two'), more)).toEqual([
      expect.stringMatching(/the cluster Cluster, and with it Shards\. It refuses that while Shards keeps its/),
    ]);
  });

  test('changes its capacity in place, and capitals are no change of its name', () => {
    expect(said(shards('orders'), shards('Orders', { cluster: 'ONE', units: 32 }))).toEqual([]);
  });
});

describe('AUR319: what becomes of the data', () => {
  const withPolicy = (policy: string, name: string, more = '') =>
    template(lines(`KmsKeyId: ${name}`) + more).replace(
      'Cluster\n',
      `Cluster\n${policy === '' ? '' : `    UpdateReplacePolicy: ${policy}\n`}`,
    );
  const fate = (policy: string, more = '') =>
    saidOfEdit(withPolicy(policy, 'a', more), withPolicy(policy, 'b', more))[0];

  test.each([
    ['', '', 'the old one is deleted with its data and without a snapshot, because it has no UpdateReplacePolicy.'],
    ['Delete', '', 'the old one is deleted with its data and without a snapshot (UpdateReplacePolicy: Delete).'],
    ['Snapshot', '', 'the old one is deleted after a final snapshot (UpdateReplacePolicy: Snapshot).'],
    ['Retain', '', 'the old one stays with its data, outside of the stack (UpdateReplacePolicy: Retain).'],
    ['!Ref Policy', '', 'UpdateReplacePolicy decides whether the old one is deleted with its data.'],
    [
      '',
      lines('DeletionProtection: true'),
      'the old one cannot be deleted because of its DeletionProtection, and stays with its data, outside of the stack.',
    ],
    [
      'Retain',
      lines('DeletionProtection: true'),
      'the old one stays with its data, outside of the stack (UpdateReplacePolicy: Retain).',
    ],
    ['', lines('DeletionProtection: false'), 'because it has no UpdateReplacePolicy.'],
  ])('with UpdateReplacePolicy %s %s', (policy, more, words) => {
    expect(fate(policy, more)).toContain(words);
  });

  test.each([
    ['SnapshotIdentifier: snap', 'The new cluster holds what the snapshot snap holds, nothing newer; '],
    [
      'SnapshotIdentifier: !Ref Snapshot',
      'The new cluster is empty unless SnapshotIdentifier names where its data come from; ',
    ],
    ['SourceDBClusterIdentifier: other', 'The new cluster is restored from other; '],
    ['ReplicationSourceIdentifier: other', 'The new cluster has no data but what is replicated to it; '],
    ['Port: 3306', 'The new cluster is empty; '],
  ])('%s', (property, words) => {
    const sections = 'Parameters: { Snapshot: { Type: String } }\n';
    const [said] = edit(lines('KmsKeyId: a', property), lines('KmsKeyId: b', property), { sections });
    expect(said).toContain(words);
    expect(said?.includes('name a new snapshot')).toBe(property !== 'SnapshotIdentifier: snap');
  });
});

describe('AUR319: a resource with a name of its own', () => {
  test('is not replaced while it keeps the name', () => {
    const named = (name: string, database: string) =>
      lines(`DBClusterIdentifier: ${name}`, `DatabaseName: ${database}`);
    expect(edit(named('orders', 'a'), named('orders', 'b'))[0]).toContain(
      `CloudFormation has to replace the cluster Cluster. It refuses that while Cluster keeps its DBClusterIdentifier orders: the update fails and is rolled back. With another name it goes on: the new cluster is empty; `,
    );
    const both = edit(named('orders', 'a'), named('orders-2', 'b'));
    expect(both).toHaveLength(2);
    expect(both.join()).not.toContain('refuses');
  });

  test('is one too when the name comes from a parameter', () => {
    const named = (database: string) => lines('DBClusterIdentifier: !Ref Name', `DatabaseName: ${database}`);
    const sections = 'Parameters: { Name: { Type: String } }\n';
    expect(edit(named('a'), named('b'), { sections })[0]).toContain(
      'while Cluster keeps its DBClusterIdentifier !Ref Name: ',
    );
  });

  test('holds up the resources before it', () => {
    const resources =
      instance('A', lines('DBInstanceIdentifier: orders-a')) + instance('B', lines('DBInstanceIdentifier: orders-b'));
    expect(edit(lines('DatabaseName: a'), lines('DatabaseName: b'), { resources })[0]).toContain(
      'CloudFormation has to replace the cluster Cluster, and with it A and B. It refuses that while A keeps its DBInstanceIdentifier orders-a and B keeps its DBInstanceIdentifier orders-b: ',
    );
  });
});

describe('AUR319: another resource than the cluster', () => {
  const subnetGroup = (name: string) => `  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: { DBSubnetGroupName: ${name}, DBSubnetGroupDescription: ${name}, SubnetIds: [subnet-1, subnet-2] }
`;
  const of = (resource: (name: string) => string, properties = '') =>
    saidOfEdit(
      template(properties, { resources: two + resource('a') }),
      template(properties, { resources: two + resource('b') }),
    );

  test('an instance is replaced, and the data stay', () => {
    const zone = (name: string) => template('', { resources: instance('A', lines(`AvailabilityZone: ${name}`)) });
    expect(saidOfEdit(zone('us-east-1a'), zone('us-east-1b'))).toEqual([
      'warning AUR319 AvailabilityZone changes from us-east-1a to us-east-1b: CloudFormation replaces the instance A. The data stay in the volume of the cluster; connections to the old instance break, and if A is the writer, the cluster fails over. Put us-east-1a back.',
    ]);
  });

  test('an instance goes to another cluster as a new one, except where its own has left', () => {
    const other = '  Other:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql }\n';
    const member = (cluster: string) => instance('A').replace('!Ref Cluster', cluster);
    const said = (before: string, after: string) =>
      saidOfEdit(template('', { resources: other + before }), template('', { resources: other + after }));
    expect(said(member('!Ref Other'), member('!Ref Cluster'))).toEqual([
      expect.stringContaining('warning AUR319 DBClusterIdentifier changes from !Ref Other to !Ref Cluster: '),
    ]);
    const withOther = template('', { resources: other + member('!Ref Other') });
    expect(saidOfEdit(withOther, template('', { resources: member('!Ref Cluster') }))).toEqual([
      expect.stringContaining('AUR330 The cluster Other is no longer in the template'),
    ]);
  });

  test('an instance of a cluster that stands elsewhere is told of its engine', () => {
    const member = (engine: string) =>
      instance('A').replace('!Ref Cluster', 'elsewhere').replace('aurora-mysql', engine);
    expect(
      saidOfEdit(
        template('', { resources: member('aurora-mysql') }),
        template('', { resources: member('aurora-postgresql') }),
      ),
    ).toEqual([expect.stringContaining('warning AUR319 Engine changes from aurora-mysql to aurora-postgresql: ')]);
  });

  test('an encryption key is nothing that leaves the template', () => {
    const key = '  Key:\n    Type: AWS::KMS::Key\n';
    const text = (value: string) => template('', { resources: instance('A', lines(`KmsKeyId: ${value}`)) + key });
    expect(saidOfEdit(text('!Ref Key'), text('alias/a'))).toHaveLength(1);
  });

  test.each([
    ['PromotionTier: 1', 'PromotionTier: 2', 0],
    ['AutoMinorVersionUpgrade: true', 'AutoMinorVersionUpgrade: false', 0],
    ['Port: 3306', 'Port: 3307', 1],
    ['PerformanceInsightsKMSKeyId: a', 'PerformanceInsightsKMSKeyId: b', 1],
    ['Tags: []', 'PerformanceInsightsKMSKeyId: b', 0],
    ['PerformanceInsightsKMSKeyId: a', 'Tags: []', 1],
    ['DBSnapshotIdentifier: a', 'Tags: []', 0],
  ])('an instance from %s to %s', (before, after, count) => {
    const text = (property: string) => template('', { resources: instance('A', lines(property)) });
    expect(saidOfEdit(text(before), text(after))).toHaveLength(count);
  });

  test('a subnet group takes along what refers to it', () => {
    expect(of(subnetGroup, lines('DBSubnetGroupName: !Ref Group'))).toEqual([
      `warning AUR319 DBSubnetGroupName changes from a to b: CloudFormation replaces the subnet group Group, and with it Cluster, A and B. ${lost} Put a back.`,
    ]);
  });

  test('a group that nothing of Aurora uses is left alone', () => {
    expect(of(subnetGroup)).toEqual([]);
  });

  test('a parameter group has no data', () => {
    const parameters = (family: string) =>
      `  Group:\n    Type: AWS::RDS::DBClusterParameterGroup\n    Properties: { Family: aurora-mysql8.0, Description: ${family}, Parameters: {} }\n`;
    expect(of(parameters, lines('DBClusterParameterGroupName: !Ref Group'))).toEqual([
      'warning AUR319 Description changes from a to b: CloudFormation replaces the parameter group Group. No data are concerned: what uses the group gets the new one. Put a back.',
    ]);
  });

  test('a global cluster takes along the clusters that name it', () => {
    const global = (name: string) =>
      `  Global:\n    Type: AWS::RDS::GlobalCluster\n    Properties: { GlobalClusterIdentifier: ${name}, Engine: aurora-mysql }\n`;
    expect(of(global)).toEqual([
      'warning AUR319 GlobalClusterIdentifier changes from a to b: CloudFormation replaces the global cluster Global. Its members in other Regions do not go along. Put a back.',
    ]);
    expect(of(global, lines('GlobalClusterIdentifier: !Ref Global'))[0]).toContain('and with it Cluster, A and B.');
  });

  test('RDS without Aurora is left alone', () => {
    const mysql = (name: string) => template(lines(`DBClusterIdentifier: ${name}`)).replace('aurora-mysql', 'mysql');
    const beside = template('');
    const other = (name: string) =>
      beside + mysql(name).slice(mysql(name).indexOf('  Cluster')).replace('Cluster:', 'Other:');
    expect(saidOfEdit(other('a'), other('b'))).toEqual([]);
  });
});
