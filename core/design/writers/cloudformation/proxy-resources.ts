import { groupsAt, textAt } from '../../content/design-content.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import { askedForSubnets } from './subnet-group.ts';
import type { TemplateDraft } from './template-draft.ts';
import { Intrinsic, ref, type TemplateValue } from './template-value.ts';

/** Adds the RDS proxies in front of a cluster. What a blueprint does not say of them is asked for with the stack. */
export function addProxies(
  exported: ExportedCluster,
  cluster: string,
  instances: readonly string[],
  draft: TemplateDraft,
): void {
  const { vpcSecurityGroupIds } = exported.cluster;
  for (const proxy of groupsAt(exported.cluster, 'proxies')) {
    const name = textAt(proxy, 'name');
    if (name === undefined) continue;
    const logicalId = draft.add(`Proxy ${name}`, {
      type: 'AWS::RDS::DBProxy',
      properties: {
        Auth: [{ AuthScheme: 'SECRETS', SecretArn: secretOf(exported, cluster, draft) }],
        DBProxyName: name,
        EngineFamily: exported.engine === 'aurora-mysql' ? 'MYSQL' : 'POSTGRESQL',
        RoleArn: draft.parameter('ProxyRoleArn', {
          Type: 'String',
          Description: 'ARN of the role with which the proxy reads the secret of the database user.',
        }),
        VpcSecurityGroupIds: vpcSecurityGroupIds as TemplateValue | undefined,
        VpcSubnetIds: subnetsOf(exported, draft),
      },
    });
    draft.add(`Proxy ${name} TargetGroup`, {
      type: 'AWS::RDS::DBProxyTargetGroup',
      dependsOn: instances,
      properties: { DBClusterIdentifiers: [ref(cluster)], DBProxyName: ref(logicalId), TargetGroupName: 'default' },
    });
  }
}

/** The secret with which the proxy logs in: the one that Aurora keeps, or one that is asked for. */
function secretOf({ cluster }: ExportedCluster, logicalId: string, draft: TemplateDraft): TemplateValue {
  const { manageMasterUserPassword } = cluster;
  if (manageMasterUserPassword === true) return new Intrinsic('GetAtt', `${logicalId}.MasterUserSecret.SecretArn`);
  return draft.parameter('ProxySecretArn', {
    Type: 'String',
    Description: 'ARN of the secret with the database user of the proxy.',
  });
}

function subnetsOf({ cluster }: ExportedCluster, draft: TemplateDraft): TemplateValue {
  const ids = groupsAt(cluster, 'subnets').flatMap(({ id }) => (id === undefined ? [] : [id as string]));
  return ids.length === 0 ? askedForSubnets(draft) : ids;
}
