import { describe, expect, test } from 'vitest';
import { asJson, instance, template } from '../../../testing/template-texts.ts';
import type { Cluster } from '../../design.ts';
import { certainlyEqual, known } from '../../node.ts';
import { readTemplate } from '../template.ts';

/** The primary of each case of the first cluster. */
const primariesOf = (text: string): readonly Cluster[] =>
  readTemplate(text)?.clusters[0]?.designs.map(({ design }) => design.primary) ?? [];

const endpoint = (lines: string, cluster = '!Ref Cluster', condition = '') => `  Reports:
    Type: AWS::RDS::DBClusterEndpoint
${condition}    Properties:
      CustomEndpointType: READER
      DBClusterEndpointIdentifier: reports
      DBClusterIdentifier: ${cluster}
${lines}`;

const named = (logicalId: string, id: string) => instance(logicalId, `      DBInstanceIdentifier: ${id}\n`);
const shop = '      DBClusterIdentifier: shop\n';
const sections = 'Parameters: { Name: { Type: String } }\nConditions: { Wanted: !Equals [!Ref Name, x] }\n';

/** The endpoints of a template in plain words, of its only case. */
function endpointsOf(text: string) {
  const [primary, ...others] = primariesOf(text);
  if (primary === undefined || others.length > 0) throw new Error(`expected one case of\n${text}`);
  return primary.endpoints.items.map(({ id, type, staticMembers, excludedMembers }) => ({
    id: known(id),
    type: known(type),
    staticMembers: staticMembers.items.map((member) => known(member) ?? '?'),
    excludedMembers: excludedMembers.items.map((member) => known(member) ?? '?'),
  }));
}

const forms = [
  ['YAML', (text: string) => text],
  ['JSON', asJson],
] as const;

describe.each(forms)('in %s', (_, form) => {
  test('an endpoint is read with the identifiers of the instances to which it refers', () => {
    const lines = '      StaticMembers: [!Ref A, shop-b]\n      ExcludedMembers:\n        - !Ref C\n';
    const resources = named('A', 'shop-a') + named('B', 'shop-b') + named('C', 'shop-c') + endpoint(lines);
    expect(endpointsOf(form(template('', { resources })))).toEqual([
      {
        id: 'reports',
        type: 'READER',
        staticMembers: ['shop-a', 'shop-b'],
        excludedMembers: ['shop-c'],
      },
    ]);
  });

  test.each([
    ['Ref', '!Ref Cluster'],
    ['Sub', `!Sub "\${Cluster}"`],
    ['GetAtt', '!GetAtt Cluster.DBClusterIdentifier'],
    ['its identifier', 'SHOP'],
  ])('an endpoint belongs to the cluster that it names by %s', (_name, cluster) => {
    expect(endpointsOf(form(template(shop, { resources: endpoint('', cluster) })))).toHaveLength(1);
  });
});

test('a member that refers to an instance without identifier is that instance', () => {
  const resources = instance('A') + instance('B') + endpoint('      StaticMembers: [!Ref B]\n');
  const [primary] = primariesOf(template('', { resources }));
  const [a, b] = primary?.instances.items ?? [];
  const member = primary?.endpoints.items[0]?.staticMembers.items[0];
  if (a === undefined || b === undefined || member === undefined) throw new Error('expected two instances, one member');
  expect([a, b].map(({ id }) => certainlyEqual(id, member))).toEqual([false, true]);
});

test('an endpoint of another cluster is none of this one', () => {
  const [primary] = primariesOf(template(shop, { resources: endpoint('', 'other') }));
  expect(primary?.endpoints.presence).toBe('absent');
});

test('an endpoint of a cluster that cannot be told makes the endpoints unknown', () => {
  const [primary] = primariesOf(template(shop, { resources: endpoint('', '!ImportValue shop') }));
  expect(primary?.endpoints.presence).toBe('unknown');
});

test('endpoints under more conditions than are told apart are unknown', () => {
  const letters = [...'ABCDEFGHIJKLM'];
  const conditions = letters.map((letter) => `${letter}: !Equals [!Ref Name, ${letter}]`).join(', ');
  const resources = letters
    .map((letter) => endpoint('', '!Ref Cluster', `    Condition: ${letter}\n`).replace('Reports', letter))
    .join('');
  const own = 'Parameters: { Name: { Type: String } }\n';
  const [primary] = primariesOf(template('', { sections: `${own}Conditions: { ${conditions} }\n`, resources }));
  expect(primary?.endpoints.presence).toBe('unknown');
});

test('an endpoint under a condition is there in some cases', () => {
  const resources = endpoint('', '!Ref Cluster', '    Condition: Wanted\n');
  const counts = primariesOf(template('', { sections, resources })).map(({ endpoints }) => endpoints.items.length);
  expect(counts.toSorted()).toEqual([0, 1]);
});

test.each([
  ['a list', '      StaticMembers: !Ref Name\n', 'unknown', []],
  ['a member', '      StaticMembers: [!Ref Name]\n', 'known', ['unknown']],
])('%s that is not known stays unknown', (_, lines, list, members) => {
  const [primary] = primariesOf(template('', { sections, resources: endpoint(lines) }));
  const { staticMembers } = primary?.endpoints.items[0] ?? expect.fail();
  expect(staticMembers.presence).toBe(list);
  expect(staticMembers.items.map(({ presence }) => presence)).toEqual(members);
});

test('a template may have custom endpoints alone', () => {
  expect(readTemplate(`Resources:\n${endpoint('', 'shop')}`)?.clusters).toEqual([]);
});
