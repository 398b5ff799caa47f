import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import type { MlService } from '../facts/ml.ts';

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
  const { machineLearning } = design;
  if (machineLearning.presence === 'absent') return 'unstated';
  if (machineLearning.presence === 'unknown') return 'unknown';
  const services = machineLearning.items.map((item) => known(item.service));
  if (services.includes(service)) return 'associated';
  return services.includes(undefined) ? 'unknown' : 'missing';
}

/** Names of the SageMaker endpoints that a design declares. */
export function declaredEndpoints(design: Design | undefined): readonly string[] {
  const endpoints = design?.machineLearning.items.flatMap((item) => item.endpoints.items) ?? [];
  return endpoints.map((endpoint) => known(endpoint.name)).filter((name) => name !== undefined);
}
