import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessRegionsFact, serverlessSupportIn } from '../../facts/serverless-regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';
import { serverlessInstances } from './capacity.ts';

const gap = limits.sv2_az_gap.value;

export const rule: DesignRule = {
  id: 'AUR716',
  title: 'Serverless v2 is not offered at this place',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.sv2_az_gap, serverlessRegionsFact],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      checkZones(cluster, report);
      checkRegion(design, cluster, asOf, report);
    }
  },
};

function checkZones(cluster: Cluster, report: Report): void {
  const taken = cluster.instances.items.map(({ availabilityZone }) => known(availabilityZone));
  const zones = volumeZonesOf(cluster).map(({ name }) => name);
  const others = zones.filter((name) => name !== gap);
  const free = others.filter((name) => !taken.includes(name));
  for (const { availabilityZone } of serverlessInstances(cluster)) {
    if (known(availabilityZone) !== gap) continue;
    const message = `Serverless v2 has no capacity in ${gap} (in accounts from before November 2025 the letter may stand for another AZ). Choose another AZ.`;
    const fixes = [...free, ...others].slice(0, 1).map((name) => setValue(availabilityZone.path, name));
    report(availabilityZone.path, message, { fixes });
  }
}

function checkRegion(design: Design, cluster: Cluster, asOf: string, report: Report): void {
  const support = serverlessSupportIn(known(cluster.region) ?? '');
  const [instance] = serverlessInstances(cluster);
  if (support === undefined || instance === undefined) return;
  const older = versionWithout(design, cluster, support);
  if (older === undefined) return;
  // Without Serverless v2 anywhere the version is AUR713's matter.
  if (versionWithout(design, cluster, features.serverless_v2) !== undefined) return;
  const message = `In ${known(cluster.region)} ${older.name} has no Serverless v2 by the Aurora guide: it begins with newer versions there. Raise the version.`;
  report(instance.class.path, message, { fixes: raiseVersion(design, older.version, asOf, [support]) });
}

export const page: RulePage = {
  reason:
    'RDS cannot place the instance, or refuses the class. Newer Regions offer Serverless v2 from later versions on, and one AZ of us-east-1 has no capacity for it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless, availabilityZone: us-east-1e }
#                                                             ^^^^^^^^^^ AUR716
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless, availabilityZone: us-east-1a }
`,
};
