import type { Cluster, Design } from '../../design/design.ts';
import type { DesignEdit } from '../../design/edit.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';

/** The parameter of Aurora MySQL that names the role for a service. */
export const roleParameters: Readonly<Record<MlService, string>> = ml.mysql_roles.value;

/** Whether the cluster parameter group of a cluster certainly does not set a parameter. */
export function lacksParameter({ parameters, dbClusterParameterGroupName }: Cluster, name: string): boolean {
  if (parameters.presence === 'known') return !parameters.entries.some(({ key }) => key === name);
  return parameters.presence === 'absent' && hasDefaultGroup(dbClusterParameterGroupName);
}

/** A default group cannot be edited; a cluster without a group of its own has one. */
function hasDefaultGroup(group: Cluster['dbClusterParameterGroupName']): boolean {
  return group.presence === 'absent' || known(group)?.startsWith('default.') === true;
}

/** The edits that name a role in the parameter group of a cluster, in a group of its own where it has a default one. */
export function setRoleParameter(
  design: Design,
  cluster: Cluster,
  service: MlService,
  arn: string,
): readonly DesignEdit[] {
  const { dbClusterParameterGroupName: group, clusterIdentifier, parameters } = cluster;
  const own = `${known(clusterIdentifier) ?? known(design.name) ?? 'cluster'}-parameters`;
  return [
    ...(group.presence === 'known' && hasDefaultGroup(group)
      ? [{ kind: 'set', path: group.path, value: own } as const]
      : []),
    { kind: 'set', path: [...parameters.path, roleParameters[service]], value: arn },
  ];
}
