import { expect } from 'vitest';
import { Stage } from './driver/stage.ts';
import { test } from './window-test.ts';

const instance = (name: string, cluster: string, zone: string) => `  ${name}:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref ${cluster}
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      AvailabilityZone: us-east-1${zone}
`;
const cluster = (name: string) => `  ${name}:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      AvailabilityZones: [us-east-1a, us-east-1b, us-east-1c]
`;
const stack = [
  'Resources:\n',
  cluster('Orders'),
  instance('OrdersA', 'Orders', 'a'),
  instance('OrdersB', 'Orders', 'b'),
  cluster('Audit'),
  instance('AuditA', 'Audit', 'c'),
].join('');

test.override('windowOptions', { files: { 'stack.yaml': stack } });

test('a CloudFormation template is drawn, its things by their logical ids', async ({ window }) => {
  await window.open('stack.yaml');
  await window.runCommand('Aurora: Show Topology');
  const stage = await Stage.of(window, 'stack.yaml');
  await expect.poll(() => stage.things()).toContain('endpoint cluster: OrdersA');
  await window.screenshot('topology of a template');
});

test('the cursor leads to the cluster in which it stands, a click to the lines of the template', async ({ window }) => {
  await window.open('stack.yaml');
  const stage = await Stage.of(window, 'stack.yaml');
  await window.find('AuditA:');
  await expect.poll(() => stage.things()).toContain('endpoint cluster: AuditA');
  await expect.poll(() => stage.marked()).toEqual([expect.stringMatching(/^AuditA, writer/)]);
  await window.find('OrdersA:');
  await expect.poll(() => stage.things()).toContain('endpoint cluster: OrdersA');
  await stage.thing(/^OrdersB, reader/).click();
  const line = stack.split('\n').indexOf('  OrdersB:') + 1;
  await expect.poll(() => window.cursor()).toContain(`Ln ${line + 7}, Col 1`);
});

test('what it describes can fail', async ({ window }) => {
  await window.open('stack.yaml');
  await window.find('OrdersA:');
  await window.runCommand('Aurora: Simulate Failover');
  const stage = await Stage.of(window, 'stack.yaml');
  await stage.choose('us-east-1a goes dark');
  await expect.poll(() => stage.text()).toContain('OrdersB took over.');
  await window.screenshot('template played');
});
