import { expect, test } from 'vitest';
import { template } from '../../../testing/template-texts.ts';
import { known } from '../../node.ts';
import { readTemplate } from '../template.ts';

const primaryOf = (resources: string) => {
  const [only] = readTemplate(template('', { resources }))?.clusters[0]?.designs ?? [];
  return only?.design.primary ?? expect.fail();
};

const resource = (name: string, type: string, properties: string, condition = '') =>
  `  ${name}:\n    Type: AWS::RDS::${type}\n${condition}    Properties: ${properties}\n`;

const targets = (names: string, condition = '') =>
  resource('Targets', 'DBProxyTargetGroup', `{ DBProxyName: !Ref Proxy, DBClusterIdentifiers: ${names} }`, condition);

test('a proxy belongs to the cluster that its target group names', () => {
  const proxy = resource('Proxy', 'DBProxy', '{ DBProxyName: shop-proxy, EngineFamily: MYSQL }');
  expect(primaryOf(proxy + targets('[!Ref Cluster]')).proxies.items.map(({ name }) => known(name))).toEqual([
    'shop-proxy',
  ]);
  expect(primaryOf(proxy + targets('[!Ref Other]')).proxies.presence).toBe('absent');
  expect(primaryOf(proxy + targets('!Ref Names')).proxies.presence).toBe('absent');
  expect(primaryOf(proxy + targets('[!Ref Cluster]', '    Condition: Unknown\n')).proxies.presence).toBe('absent');
});

test('a proxy that stands elsewhere is one without a name', () => {
  expect(primaryOf(targets('[!Ref Cluster]')).proxies.items.map(({ name }) => name.presence)).toEqual(['unknown']);
});

test('an integration belongs to the cluster that is its source', () => {
  const integration = (source: string) =>
    resource('Copy', 'Integration', `{ SourceArn: ${source}, TargetArn: "arn:aws:redshift:us-east-1:1:namespace:n" }`);
  const { integrations } = primaryOf(integration('!GetAtt Cluster.DBClusterArn'));
  expect(integrations.items.map(({ target }) => known(target))).toEqual(['arn:aws:redshift:us-east-1:1:namespace:n']);
  expect(primaryOf(integration('!Ref Source')).integrations.presence).toBe('absent');
});
