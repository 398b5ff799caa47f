import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type PathAtResult,
  pathAtMethod,
  type RangeOfResult,
  rangeOfMethod,
} from '@aurora-blueprint/core/protocol/location-requests.ts';
import {
  type FaultsResult,
  faultsMethod,
  type SimulateResult,
  simulateMethod,
} from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { type TopologyResult, topologyMethod } from '@aurora-blueprint/core/protocol/topology-request.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const uri = pathToFileURL(`${folder}/orders.aurora.yaml`).href;
const orders = readFileSync(`${folder}/orders.aurora.yaml`, 'utf8');

let server: ServerProcess;
let version = 1;
beforeAll(async () => {
  server = await ServerProcess.start(folder);
  await server.open(uri, 'aurora-blueprint', orders);
});
afterAll(() => server.stop());

function ask<Result>(method: string, params: object = {}): Promise<Result> {
  return server.connection.sendRequest<Result>(method, { uri, ...params });
}

async function edit(text: string): Promise<void> {
  version += 1;
  await server.change(uri, version, text);
}

test('the picture shows the design of the text, with what the rules say of it', async () => {
  await edit(orders.replace('backupRetentionPeriod: 14', 'backupRetentionPeriod: 40'));
  const { topologies } = await ask<TopologyResult>(topologyMethod);
  expect(topologies[0]?.picture.clusters.map(({ region }) => region)).toEqual(['us-east-1', 'eu-west-1']);
  expect(topologies[0]?.findings).toMatchObject([{ rule: 'AUR301', path: 'primary.backupRetentionPeriod' }]);
});

test('the last picture stays while the text cannot be read, and says which line', async () => {
  await edit(orders);
  const before = await ask<TopologyResult>(topologyMethod);
  await edit(orders.replace('  region: us-east-1\n', '  region us-east-1\n'));
  const broken = await ask<TopologyResult>(topologyMethod);
  expect(broken.topologies).toEqual(before.topologies);
  expect(broken.stale?.line).toBe(orders.split('\n').indexOf('  region: us-east-1'));
  await edit(orders);
  expect(await ask<TopologyResult>(topologyMethod)).not.toHaveProperty('stale');
});

test('faults and runs stay those of the last picture while the text cannot be read', async () => {
  const run = { run: { fault: 'az:us-east-1a' }, seed: 1 };
  const played = async () => {
    const result = await ask<SimulateResult>(simulateMethod, run);
    return 'timeline' in result ? result.timeline.traceHash : result.problem;
  };
  await edit(orders);
  const before = [await ask<FaultsResult>(faultsMethod), await played()];
  await edit(orders.replace('primary:', 'primary: {'));
  expect([{ ...(await ask<FaultsResult>(faultsMethod)), version: version - 1 }, await played()]).toEqual(before);
  await edit(orders);
});

test('a place in the text and a thing of the picture lead to each other', async () => {
  const line = orders.split('\n').findIndex((text) => text.includes('id: orders-b'));
  const found = await ask<PathAtResult>(pathAtMethod, { position: { line, character: 14 } });
  expect(found.path).toBe('primary.instances[1].id');
  const { range } = await ask<RangeOfResult>(rangeOfMethod, { path: 'primary.instances[1]' });
  expect(range?.start.line).toBe(line);
});

test('what can fail is what the design has, and the scenarios of the file can be played', async () => {
  const { faults, scenarios } = await ask<FaultsResult>(faultsMethod);
  expect(faults.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['instance:orders-a', 'az:us-east-1a', 'az+1:us-east-1a', 'region:us-east-1']),
  );
  expect(scenarios).toContainEqual({ name: 'lose an AZ, then one more storage node', seed: 7 });
});

test('a fault is played the same way for the same seed', async () => {
  const params = { run: { fault: 'instance:orders-a' }, seed: 3 };
  const first = await ask<SimulateResult>(simulateMethod, params);
  expect(first).toMatchObject({ timeline: { seed: 3, verdict: { promoted: 'orders-b', dataLossSeconds: 0 } } });
  expect(await ask<SimulateResult>(simulateMethod, params)).toEqual(first);
});

test('a fault that the design does not have is named', async () => {
  const result = await ask<SimulateResult>(simulateMethod, { run: { fault: 'instance:nobody' }, seed: 1 });
  expect(result).toMatchObject({ problem: expect.stringContaining('instance:nobody') });
});

test('each cluster of a template is a design of its own, whose things go by their logical ids', async () => {
  const template = `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-postgresql, AvailabilityZones: [us-east-1a, us-east-1b, us-east-1c] }
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties: { DBClusterIdentifier: !Ref Orders, Engine: aurora-postgresql, DBInstanceClass: db.r7g.large, AvailabilityZone: us-east-1a }
  OrdersB:
    Type: AWS::RDS::DBInstance
    Properties: { DBClusterIdentifier: !Ref Orders, Engine: aurora-postgresql, DBInstanceClass: db.r7g.large, AvailabilityZone: us-east-1b }
  Audit:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, BackupRetentionPeriod: 40 }
  AuditA:
    Type: AWS::RDS::DBInstance
    Condition: IsBig
    Properties: { DBClusterIdentifier: !Ref Audit, Engine: aurora-mysql, DBInstanceClass: db.r7g.large }
Parameters: { Size: { Type: String } }
Conditions: { IsBig: !Equals [!Ref Size, big] }
`;
  const stack = pathToFileURL(`${folder}/stack.yaml`).href;
  const askOf = <Result>(method: string, params: object = {}) =>
    server.connection.sendRequest<Result>(method, { uri: stack, ...params });
  await server.open(stack, 'yaml', template);
  const { topologies } = await askOf<TopologyResult>(topologyMethod);
  expect(topologies.map(({ name, conditions }) => [name, conditions])).toEqual([
    ['Orders', []],
    ['Audit', [{ condition: 'IsBig', holds: true }]],
  ]);
  expect(topologies[1]?.findings).toContainEqual(expect.objectContaining({ rule: 'AUR301' }));
  expect(topologies[0]?.findings).not.toContainEqual(expect.objectContaining({ rule: 'AUR301' }));
  const { faults } = await askOf<FaultsResult>(faultsMethod, { design: 0 });
  expect(faults.map(({ id }) => id)).toContain('instance:OrdersA');
  const played = await askOf<SimulateResult>(simulateMethod, {
    design: 0,
    run: { fault: 'instance:OrdersA' },
    seed: 1,
  });
  expect(played).toMatchObject({ timeline: { verdict: { promoted: 'OrdersB' } } });
  const line = template.split('\n').findIndex((text) => text.startsWith('  AuditA'));
  const found = await askOf<PathAtResult>(pathAtMethod, { position: { line, character: 4 } });
  expect(found).toMatchObject({ design: 1, path: 'primary.instances[0].id' });
  const { range } = await askOf<RangeOfResult>(rangeOfMethod, { design: 1, path: 'primary.instances[0]' });
  expect(range?.start.line).toBe(line);
});
