import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { nextWriterOf, type ReaderCandidate, writerOf } from '../../design/promotion.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { isServerless } from '../serverless/capacity.ts';

export const rule: DesignRule = {
  id: 'AUR112',
  title: 'Several readers tie for promotion',
  group: 'Topology',
  severity: 'info',
  profile: 'production',
  facts: [resilience.promotion_rule],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const reason = nextWriterOf(design, cluster)?.reason;
      const writer = writerOf(design, cluster);
      if (writer === undefined || reason?.kind !== 'arbitrary' || !areAlike(reason.among)) continue;
      const zones = new Set(reason.among.flatMap(({ instance }) => known(instance.availabilityZone) ?? []));
      if (zones.size < 2) continue;
      const names = reason.among.map(({ id }) => id).join(', ');
      const message = `${names} have the same promotion tier and size: which of them takes over, and so in which AZ the writer stands then, is arbitrary. Give them distinct tiers.`;
      report(cluster.instances.path, message, {
        at: 'key',
        fixes: prefer(reason.among, known(writer.availabilityZone)),
      });
    }
  },
};

/** Whether their sizes can be compared: all of them known, and either all Serverless v2 or none. */
function areAlike(readers: readonly ReaderCandidate[]): boolean {
  const serverless = readers.filter(({ instance }) => isServerless(instance));
  return readers.every((reader) => reader.class !== undefined) && [0, readers.length].includes(serverless.length);
}

/** Puts one reader before the others, in another AZ than the writer; nobody gets a tier above 1 by it. */
function prefer(among: readonly ReaderCandidate[], writerZone: string | undefined): readonly DesignFix[] {
  const elsewhere = among.filter(({ instance }) => known(instance.availabilityZone) !== writerZone);
  return elsewhere.slice(0, 1).map((preferred) => {
    const tier = preferred.promotionTier;
    const moved = among.filter((reader) => tier > 0 === (reader === preferred));
    const value = tier > 0 ? tier - 1 : 1;
    const edits = moved.map(({ instance }) => ({ kind: 'set', path: instance.promotionTier.path, value }) as const);
    return { title: `Promote ${preferred.id} first`, edits };
  });
}

export const page: RulePage = {
  reason:
    'Among readers of one tier and size Aurora takes any. Distinct tiers make the next writer, its AZ and the traffic between AZs predictable.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
# ^^^^^^^^^ AUR112 orders-b, orders-c
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
