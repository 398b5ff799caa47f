import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { instance, template } from '../testing/template-texts.ts';
import { blueprintNames } from './names/blueprint-names.ts';
import { NameIndex } from './names/name.ts';
import { templateNames } from './names/template-names.ts';
import {
  blueprintWorkspaceSymbols,
  matchesQuery,
  templateWorkspaceSymbols,
  type WorkspaceSymbol,
} from './workspace-symbols.ts';

const said = (symbols: readonly WorkspaceSymbol[]) =>
  symbols.map(({ kind, name, container }) => `${kind} ${name} (${container})`);

test('the clusters, instances, endpoints and scenarios of a blueprint', () => {
  const text = `name: orders
primary:
  clusterIdentifier: orders-use1
  instances: [{ id: orders-a }]
  endpoints: [{ id: reports, staticMembers: [orders-a, orders-x] }]
machineLearning: [{ endpoints: [{ name: fraud }], regions: [us-east-1] }]
scenarios: [{ name: lose an AZ }]
---
name: other
primary: { instances: [{ id: other-a }] }
`;
  const blueprint = readBlueprint(text);
  expect(said(blueprintWorkspaceSymbols(blueprint, blueprintNames(blueprint)))).toEqual([
    'cluster orders (orders)',
    'cluster orders-use1 (orders)',
    'instance orders-a (orders)',
    'endpoint reports (orders)',
    'endpoint fraud (orders)',
    'scenario lose an AZ (orders)',
    'cluster other (other)',
    'instance other-a (other)',
  ]);
});

test('the resources of RDS in a template, and the identifiers that it writes out', () => {
  const read = readTemplate(
    template('      DBClusterIdentifier: orders\n', {
      sections: 'Parameters: { Port: { Type: Number } }\n',
      resources: `${instance('Reader')}  Key: { Type: AWS::KMS::Key }\n`,
    }),
  );
  const symbols = read === undefined ? [] : templateWorkspaceSymbols(read, templateNames(read));
  expect(said(symbols)).toEqual([
    'resource Cluster (AWS::RDS::DBCluster)',
    'resource Reader (AWS::RDS::DBInstance)',
    'cluster orders ()',
  ]);
  expect(blueprintWorkspaceSymbols(readBlueprint(''), new NameIndex([]))).toEqual([]);
});

test.each([
  ['orders-a', '', true],
  ['orders-a', 'oa', true],
  ['Orders-A', 'ORD a', true],
  ['orders-a', 'ao', false],
  ['orders-a', 'aa', false],
])('%j is found by %j: %j', (name, query, is) => expect(matchesQuery(name, query)).toBe(is));
