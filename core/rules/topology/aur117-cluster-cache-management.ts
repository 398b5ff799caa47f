import { switchedOn } from '../../design/cluster-parameters.ts';
import { type Cluster, clustersOf, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const parameterName = 'apg_ccm_enabled';

export const rule: DesignRule = {
  id: 'AUR117',
  title: 'Cluster cache management is on, and the tiers do not fit it',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.ccm_tiers],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-postgresql') return;
    for (const cluster of clustersOf(design)) {
      const parameter = switchedOn(cluster, parameterName);
      const writer = writerOf(design, cluster);
      if (parameter === undefined || writer === undefined || !isReadable(cluster)) continue;
      const readers = readersOf(design, cluster);
      const fault = tierFault(writer, readers);
      if (fault === undefined) continue;
      const message = `${parameterName} keeps the cache of one reader warm, and ${fault}. It needs the writer and exactly one reader of its class in tier 0.`;
      report(parameter.path, message, { fixes: fitTiers(writer, readers) });
    }
  },
};

/** Whether every tier and class is known, and none is Serverless v2, where the parameter has no effect at all. */
function isReadable({ instances }: Cluster): boolean {
  return instances.items.every((instance) => {
    const instanceClass = known(instance.class);
    return instanceClass !== undefined && instanceClass !== serverlessClass && promotionTierOf(instance) !== undefined;
  });
}

/** What keeps the parameter from working, as a clause; undefined when nothing does. */
function tierFault(writer: Instance, readers: readonly Instance[]): string | undefined {
  const first = readers.filter((reader) => promotionTierOf(reader) === 0);
  if (promotionTierOf(writer) !== 0) return `the writer stands in tier ${promotionTierOf(writer)}`;
  if (first.length === 0) return 'no reader stands in tier 0';
  if (first.length > 1) return `${first.length} readers stand in tier 0`;
  const [writerClass, readerClass] = [known(writer.class), first[0] && known(first[0].class)];
  return readerClass === writerClass ? undefined : `the reader of tier 0 is ${readerClass}, the writer ${writerClass}`;
}

/** Puts the writer and one reader into tier 0, one of the writer's class if there is one, and the others behind. */
function fitTiers(writer: Instance, readers: readonly Instance[]): readonly DesignFix[] {
  const inTierOrder = [...readers].sort((a, b) => (promotionTierOf(a) ?? 0) - (promotionTierOf(b) ?? 0));
  const writerClass = known(writer.class) ?? '';
  const target = inTierOrder.find((reader) => known(reader.class) === writerClass) ?? inTierOrder[0];
  if (target === undefined) return [];
  const behind = readers.filter((reader) => reader !== target && promotionTierOf(reader) === 0);
  const tiers = [
    ...[writer, target].filter((instance) => promotionTierOf(instance) !== 0).map((instance) => [instance, 0] as const),
    ...behind.map((instance) => [instance, 1] as const),
  ];
  const edits: DesignFix['edits'] = [
    ...tiers.map(([instance, value]) => ({ kind: 'set', path: instance.promotionTier.path, value }) as const),
    ...(known(target.class) === writerClass
      ? []
      : [{ kind: 'set', path: target.class.path, value: writerClass } as const]),
  ];
  return [{ title: `Keep the cache of ${known(target.id) ?? 'one reader'} warm`, edits }];
}

export const page: RulePage = {
  reason:
    'Cluster cache management lets one reader follow the cache of the writer, so that a failover starts warm. Aurora chooses that reader by tier 0, and does nothing when the tiers do not fit.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, promotionTier: 1 }
  parameters:
    apg_ccm_enabled: "1"
#                    ^^^ AUR117 no reader
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, promotionTier: 0 }
  parameters:
    apg_ccm_enabled: "1"
`,
};
