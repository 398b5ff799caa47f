import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { markMentions, readMarkedMentions } from '../../testing/marked-mentions.ts';
import { blueprintNames } from './blueprint-names.ts';

/** The name under the cursor, marked wherever it is written. */
function markedName(marked: string): string {
  const { text, cursor } = readMarkedMentions(marked);
  const found = blueprintNames(readBlueprint(text)).at(cursor);
  return markMentions(text, found?.name.mentions ?? []);
}

function kindAt(marked: string): string | undefined {
  const { text, cursor } = readMarkedMentions(marked);
  return blueprintNames(readBlueprint(text)).at(cursor)?.name.kind;
}

const withoutCursor = (marked: string) => marked.replace('$0', '');

const instance = `primary:
  instances:
    - { id: «ord$0ers-a», class: db.r7g.large }
    - { id: "orders-b", class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [‹orders-a›, orders-b] }
    - id: batch
      excludedMembers:
        - '‹Orders-A›' # case does not count here
secondaries:
  - instances: [{ id: orders-a, class: db.r7g.large }]
    endpoints: [{ id: far, staticMembers: [orders-a] }]
scenarios:
  - name: orders-a
    events:
      - { at: 1s, crash: ‹orders-a› }
      - { at: 2s, restart: "‹orders-a›" }
      - { at: 3s, remove: ‹orders-a› }
      - { at: 4s, fail: instance, target: ‹orders-a› }
      - { at: 5s, failover: cluster, target: ‹orders-a› }
      - { at: 6s, fail: az, target: orders-a }
      - { at: 7s, crash: writer }
    expect:
      promoted: ‹orders-a›
      at:
        - at: 8s
          writer: ‹orders-a›
          endpoints: { reports: [‹orders-a›, orders-b] }
          capacity: { ‹orders-a›: "> 2" }
`;

test('an instance: its members, events, expectations and keys', () => {
  expect(markedName(instance)).toBe(withoutCursor(instance));
  expect(kindAt(instance)).toBe('instance');
});

test('each mention leads to the same name', () => {
  const places = [...instance.matchAll(/[«‹]/g)].map(({ index }) => index);
  expect(places).toHaveLength(12);
  for (const place of places) {
    const at = instance.replace('$0', '');
    const moved = place > instance.indexOf('$0') ? place - 2 : place;
    const marked = `${at.slice(0, moved)}$0${at.slice(moved)}`;
    expect(markedName(marked)).toBe(at);
  }
});

test.each([
  [
    'the second of two instances of one name: references mean the first',
    'primary:\n  instances: [{ id: a }, { id: «$0a» }]\nscenarios: [{ name: x, events: [{ at: 1s, crash: a }] }]\n',
    'instance',
  ],
  [
    'an instance that nothing declares',
    'scenarios: [{ name: x, events: [{ at: 1s, crash: ‹go$0ne› }, { at: 1s, restart: ‹gone› }] }]\n',
    'instance',
  ],
  [
    'a custom endpoint',
    'primary:\n  endpoints: [{ id: «repor$0ts» }]\nscenarios:\n  - name: x\n    expect: { at: [{ at: 1s, endpoints: { ‹reports›: [a] } }] }\n',
    'endpoint',
  ],
  [
    'a cluster, by identifier and by ARN',
    `primary:
  clusterIdentifier: «ord$0ers»
secondaries:
  - clusterIdentifier: orders-eu
    replicationSourceIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:‹orders›"
---
primary:
  origin: { clone: { sourceDBClusterIdentifier: ‹orders› } }
---
primary:
  origin:
    pointInTime:
      sourceDBClusterIdentifier: '‹orders›'
`,
    'cluster',
  ],
  [
    'a cluster in its Region: one of the same name in another Region is another one',
    `primary: { clusterIdentifier: «ord$0ers», region: us-east-1 }
secondaries:
  - { clusterIdentifier: orders, region: eu-west-1 }
  - { region: us-west-2, replicationSourceIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:‹orders›" }
  - { region: us-west-1, replicationSourceIdentifier: "arn:aws:rds:eu-west-1:123456789012:cluster:orders" }
  - { region: ap-south-1, replicationSourceIdentifier: "arn:aws:rds:sa-east-1:123456789012:cluster:orders" }
---
primary: { region: us-east-1, origin: { clone: { sourceDBClusterIdentifier: ‹orders› } } }
---
primary: { region: eu-west-1, origin: { clone: { sourceDBClusterIdentifier: orders } } }
`,
    'cluster',
  ],
  [
    'the name of a design that is the identifier of its cluster',
    'name: «$0orders»\nprimary: { region: us-east-1 }\n---\nname: copy\nprimary: { origin: { clone: { sourceDBClusterIdentifier: ‹orders› } } }\n',
    'cluster',
  ],
  [
    'the name of a design whose clusters have identifiers',
    'name: «$0orders»\nprimary: { clusterIdentifier: orders }\n',
    'globalDatabase',
  ],
  [
    'a cluster is no source of itself',
    'primary:\n  clusterIdentifier: «$0orders»\n  origin: { clone: { sourceDBClusterIdentifier: orders } }\n',
    'cluster',
  ],
  ['a scenario', 'scenarios:\n  - name: «lose $0an AZ, then a node»\n', 'scenario'],
  [
    'a SageMaker endpoint',
    'machineLearning: [{ service: SageMaker, endpoints: [{ name: «fraud$0-detector» }] }]\n',
    'sageMakerEndpoint',
  ],
  [
    'a snapshot of a run',
    'scenarios:\n  - name: x\n    events: [{ at: 1s, snapshot: «$0before» }, { at: 2s, restore: { snapshot: ‹before› } }]\n',
    'snapshot',
  ],
  [
    'a Region',
    'primary: { region: «us-$0east-1» }\nmachineLearning: [{ regions: [‹us-east-1›] }]\nscenarios: [{ name: x, events: [{ at: 1s, fail: region, target: ‹us-east-1› }, { at: 2s, partition: [[‹us-east-1›], [eu-west-1]] }] }]\n',
    'region',
  ],
  [
    'an AZ',
    'primary:\n  availabilityZones: [«us-east-1a»]\n  instances: [{ id: a, availabilityZone: ‹us-ea$0st-1a› }]\n  subnets: [{ id: s, availabilityZone: ‹us-east-1a› }]\nscenarios: [{ name: x, events: [{ at: 1s, fail: az, target: ‹us-east-1a› }] }]\n',
    'availabilityZone',
  ],
])('%s', (_, marked, kind) => {
  expect(markedName(marked)).toBe(withoutCursor(marked));
  expect(kindAt(marked)).toBe(kind);
});

describe('anchors', () => {
  test.each([
    ['of a value', 'x-a: &«sm$0all» { class: db.r7g.large }\nprimary:\n  instances: [{ <<: *‹small›, id: a }]\n'],
    ['behind a comment with its name', 'x-a: &«$0a» # see &a\n  b: 1\nx-b: *‹a›\n'],
    ['of a key, at the beginning of a file', '&«$0k» x-a: 1\nx-b: *‹k›\n'],
    ['of an item with a tag', 'x-a:\n  - &«$0k» !!str 1\n  - *‹k›\n'],
    ['from the alias', 'x-a: &«a» 1\nx-b: [*‹$0a›, *‹a›]\n'],
    ['written twice: the aliases up to the second', 'x-a: &«$0a» 1\nx-b: *‹a›\nx-c: &a 2\nx-d: *a\n'],
    ['of nothing', 'x-a: &«$0a»\nx-b: *‹a›\n'],
  ])('%s', (_, marked) => {
    expect(markedName(marked)).toBe(withoutCursor(marked));
    expect(kindAt(marked)).toBe('anchor');
  });

  test('an alias is a reference of what stands behind the anchor, too', () => {
    const marked =
      'x-id: &id «orde$0rs-a»\nprimary:\n  instances:\n    - id: ‹*id›\n      class: db.r7g.large\nscenarios: [{ name: x, events: [{ at: 1s, crash: ‹*id› }] }]\n';
    expect(markedName(marked)).toBe(withoutCursor(marked));
  });

  test('what came through a merge key is known where it is written', () => {
    const marked =
      'x-a: &a { id: «orde$0rs-a» }\nprimary:\n  instances:\n    - { <<: *a, class: db.r7g.large }\n  endpoints: [{ id: x, staticMembers: [‹orders-a›] }]\n';
    expect(markedName(marked)).toBe(withoutCursor(marked));
  });
});

test('broken text: what can be read still has its names', () => {
  const marked =
    'primary:\n  instances:\n    - { id: «$0a», class: \n  tags: [\nscenarios: [{ name: x, events: [{ at: 1s, crash: ‹a› }] }]\n';
  const { text, cursor } = readMarkedMentions(marked);
  expect(blueprintNames(readBlueprint(text)).at(cursor)?.name.text).toBe('a');
});

test('no name in a comment, a number or a blank', () => {
  for (const marked of ['# orde$0rs\n', 'primary: { port: 33$006 }\n', '$0\nname: x\n']) {
    expect(kindAt(marked)).toBeUndefined();
  }
});
