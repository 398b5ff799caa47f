import type { Cluster, Instance } from '../../design/design.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as instanceFacts from '../../facts/generated/instance-facts.ts';
import * as limits from '../../facts/generated/limits.ts';
import { instanceClassByName, serverlessClass } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** Memory of one ACU. */
const gibPerCapacityUnit = 2;

/** An instance with the memory it has, or can grow to. */
interface Size {
  readonly instance: Instance;
  readonly instanceClass: string;
  readonly gib: number;
}

export const rule: DesignRule = {
  id: 'AUR619',
  title: 'The largest instance of a secondary is smaller than the writer',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.global_settings_not_inherited, instanceFacts.size_order, limits.sv2_capacity],
  check: (design, report) => {
    const writer = writerOf(design, design.primary);
    const wanted = writer === undefined ? undefined : sizeOf(design.primary, writer);
    for (const secondary of globalSecondaries(design)) {
      const largest = largestOf(secondary);
      if (wanted === undefined || largest === undefined || largest.gib >= wanted.gib) continue;
      const message = `The largest instance in ${known(secondary.region) ?? 'this Region'} has ${largest.gib} GiB of memory, the writer of the primary ${wanted.gib} GiB: after a failover it has to carry the same load. Raise it.`;
      const isServerless = largest.instanceClass === serverlessClass;
      const { maxCapacity } = secondary.serverlessV2ScalingConfiguration;
      const path = isServerless ? maxCapacity.path : largest.instance.class.path;
      report(path, message, {
        fixes: isServerless ? raiseCapacity(secondary, wanted.gib) : raiseClass(largest, wanted),
      });
    }
  },
};

function sizeOf(cluster: Cluster, instance: Instance): Size | undefined {
  const instanceClass = known(instance.class) ?? '';
  const capacity = known(cluster.serverlessV2ScalingConfiguration.maxCapacity);
  if (instanceClass !== serverlessClass) {
    const gib = instanceClassByName(instanceClass)?.memoryGib;
    return gib === undefined ? undefined : { instance, instanceClass, gib };
  }
  return capacity === undefined ? undefined : { instance, instanceClass, gib: capacity * gibPerCapacityUnit };
}

/** Undefined where there is none, or the size of one is unknown. */
function largestOf(cluster: Cluster): Size | undefined {
  const { items } = cluster.instances;
  const sizes = items.flatMap((instance) => sizeOf(cluster, instance) ?? []);
  if (sizes.length < items.length) return undefined;
  return sizes.reduce<Size | undefined>(
    (best, next) => (best === undefined || next.gib > best.gib ? next : best),
    undefined,
  );
}

function raiseCapacity(
  { serverlessV2ScalingConfiguration: { maxCapacity } }: Cluster,
  gib: number,
): readonly DesignFix[] {
  const units = Math.ceil(gib / gibPerCapacityUnit);
  return units > limits.sv2_capacity.max ? [] : [setValue(maxCapacity.path, units)];
}

function raiseClass({ instance }: Size, wanted: Size): readonly DesignFix[] {
  return wanted.instanceClass === serverlessClass ? [] : [setValue(instance.class.path, wanted.instanceClass)];
}

export const page: RulePage = {
  reason:
    'A secondary that is promoted keeps its own instances. If they are smaller than what the load needs, the Region is back and the application is not.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
#                                 ^^^^^^^^^^^^ AUR619 has 16 GiB
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.2xlarge }
`,
};
