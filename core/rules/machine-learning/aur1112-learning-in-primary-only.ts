import type { Cluster, Design, MachineLearning } from '../../design/design.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { learningRolesOf, regionsOf, rolesOf } from './cluster-roles.ts';
import { missingIn } from './region-support.ts';
import { lacksParameter, roleParameters, setRoleParameter } from './role-parameter.ts';

export const rule: DesignRule = {
  id: 'AUR1112',
  title: 'Only the primary Region can call the service',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.global_database],
  check: (design, report) => {
    for (const learning of learningRolesOf(design, design.primary)) {
      const service = known(learning.service);
      const missing = globalSecondaries(design).filter((secondary) => certainlyLacks(design, secondary, service));
      const names = missing.flatMap(({ region }) => known(region) ?? []);
      if (service === undefined || names.length === 0) continue;
      const message = `${names.join(' and ')} has no role for ${service}: after a failover there every call fails. Associate a role there too; SageMaker needs an endpoint of the same name as well.`;
      const { regions } = learning;
      const place = regions.presence === 'absent' ? learning.service.path : regions.path;
      report(place, message, { fixes: extend(design, learning, missing) });
    }
  },
};

/** A role without a feature name may serve any. */
function certainlyLacks(design: Design, cluster: Cluster, service: string | undefined): boolean {
  return rolesOf(design, cluster).every(({ feature }) => {
    const name = known(feature);
    return name !== undefined && name !== service;
  });
}

/** The same role in the other Regions, with the parameter that Aurora MySQL needs. */
function extend(design: Design, learning: MachineLearning, missing: readonly Cluster[]): readonly DesignFix[] {
  const [engine, service, arn] = [known(design.engine), known(learning.service), known(learning.roleArn)];
  const regions = regionsOf(design, learning);
  const added = missing.flatMap(({ region }) => known(region) ?? []);
  if (engine === undefined || service === undefined || arn === undefined || regions === undefined) return [];
  if (added.some((region) => missingIn(engine, service, region) !== undefined)) return [];
  const unset = missing.filter(
    (cluster) => engine === 'aurora-mysql' && lacksParameter(cluster, roleParameters[service]),
  );
  const edits = unset.flatMap((cluster) => setRoleParameter(design, cluster, service, arn));
  const value = [...regions, ...added];
  return [
    {
      title: `Use the role in ${added.join(' and ')} too`,
      edits: [{ kind: 'set', path: learning.regions.path, value }, ...edits],
    },
  ];
}

export const page: RulePage = {
  reason:
    'In a global database every Region needs its own role, and for SageMaker an endpoint of the same name. Neither is copied at a failover.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
#              ^^^^^^^^^^ AUR1112 eu-west-1
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend", regions: [us-east-1, eu-west-1] }
`,
};
