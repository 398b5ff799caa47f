import { namesCluster } from './belonging.ts';
import { itemsIn, partIn, pick } from './group.ts';
import { type Part, placeOf, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/** The proxies whose target the cluster certainly is. */
export function proxiesOf(cluster: ResolvedResource, resources: Resources): Part | undefined {
  const targets = resources.ofType('AWS::RDS::DBProxyTargetGroup').filter(({ exists, properties }) => {
    const names = itemsIn(properties, 'dBClusterIdentifiers') ?? [];
    return exists === true && names.some((name) => namesCluster(name, cluster) === true);
  });
  const items = targets.map(({ properties }): Part => {
    const written = partIn(properties, 'dBProxyName');
    const proxy = resources.referredTo(written, 'AWS::RDS::DBProxy');
    const name = proxy === undefined ? written : partIn(proxy.properties, 'dBProxyName');
    return {
      ...placeOf(properties),
      kind: 'group',
      parts: new Map([['name', () => name ?? unknownPart(properties)]]),
      isOpen: false,
    };
  });
  return listOf(items);
}

/** The zero-ETL integrations whose source the cluster certainly is. */
export function integrationsOf({ logicalId }: ResolvedResource, resources: Resources): Part | undefined {
  const integrations = resources.ofType('AWS::RDS::Integration').filter(({ exists, properties }) => {
    const source = resources.referredTo(partIn(properties, 'sourceArn'), 'AWS::RDS::DBCluster');
    return exists === true && source?.logicalId === logicalId;
  });
  return listOf(
    integrations.map(({ properties }) => pick(properties, { target: 'targetArn', dataFilter: 'dataFilter' })),
  );
}

/** A list of what stands in several resources; nothing when there is none. */
function listOf(items: readonly Part[]): Part | undefined {
  const [first] = items;
  return first === undefined ? undefined : { ...placeOf(first), kind: 'list', items };
}
