import type { Cluster, Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import type { MlService } from '../facts/ml.ts';
import { lacksParameter, roleParameters } from '../rules/machine-learning/role-parameter.ts';

/** Whether the SQL of a design may call a service. */
export type Association =
  /** A role for it is associated. */
  | 'associated'
  /** Roles are listed and none is for it. */
  | 'missing'
  /** The design says nothing of machine learning. */
  | 'unstated'
  /** What stands there cannot be understood. */
  | 'unknown';

/** Whether the design associates a role for a service with the cluster. */
export function associationOf(design: Design, service: MlService): Association {
  const { machineLearning, primary, secondaries } = design;
  const services = machineLearning.items.map((item) => known(item.service));
  if (services.includes(service)) return 'associated';
  if (machineLearning.presence === 'unknown' || services.includes(undefined)) return 'unknown';
  // A template may hold a secondary alone.
  const [cluster = primary] = primary.presence === 'unknown' ? secondaries.items : [primary];
  const own = ownRoleOf(cluster, service, known(design.engine) === 'aurora-mysql');
  if (own !== 'missing') return own;
  return machineLearning.presence === 'absent' ? 'unstated' : 'missing';
}

/** Whether one of a cluster's own roles is for a service: by its feature name, in Aurora MySQL by the parameter that names it. */
function ownRoleOf(cluster: Cluster, service: MlService, isMysql: boolean): 'associated' | 'missing' | 'unknown' {
  const { associatedRoles: roles, parameters } = cluster;
  if (roles.presence === 'unknown') return 'unknown';
  if (roles.items.some(({ featureName }) => known(featureName) === service)) return 'associated';
  if (roles.items.some(({ featureName }) => featureName.presence === 'unknown')) return 'unknown';
  if (!isMysql || roles.items.every(({ featureName }) => featureName.presence === 'known')) return 'missing';
  if (parameters.entries.some(({ key }) => key === roleParameters[service])) return 'associated';
  return lacksParameter(cluster, roleParameters[service]) ? 'missing' : 'unknown';
}

/** Names of the SageMaker endpoints that a design declares. */
export function declaredEndpoints(design: Design | undefined): readonly string[] {
  const endpoints = design?.machineLearning.items.flatMap((item) => item.endpoints.items) ?? [];
  return endpoints.map((endpoint) => known(endpoint.name)).filter((name) => name !== undefined);
}
