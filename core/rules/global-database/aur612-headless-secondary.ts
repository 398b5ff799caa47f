import type { Design, SecondaryCluster } from '../../design/design.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { freeIdentifier, soundIdentifier } from '../identity/identifier.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR612',
  title: 'A secondary has no instance',
  group: 'Global database',
  severity: 'info',
  formats: ['blueprint'],
  facts: [limits.global_headless],
  check: (design, report, { profile }) => {
    for (const secondary of globalSecondaries(design)) {
      const { instances, region } = secondary;
      if (instances.presence === 'unknown' || instances.items.length > 0) continue;
      const message = `The cluster in ${known(region) ?? 'this Region'} is headless: it keeps the data, and an instance has to be added before a switchover or failover to it. Add a reader where that takes too long.`;
      // In production a single instance would be too few (AUR620).
      report(instances.path, message, { fixes: addReaders(design, secondary, profile === 'production' ? 2 : 1) });
    }
  },
};

/** The fix that adds readers of the class of the primary's writer; none when the class is unknown, or Serverless v2 without a capacity range. */
function addReaders(design: Design, secondary: SecondaryCluster, count: number): readonly DesignFix[] {
  const writer = writerOf(design, design.primary);
  const instanceClass = writer === undefined ? undefined : known(writer.class);
  const hasRange = secondary.serverlessV2ScalingConfiguration.presence === 'known';
  if (instanceClass === undefined || (instanceClass === serverlessClass && !hasRange)) return [];
  const base = known(secondary.clusterIdentifier) ?? `${known(design.name)}-${known(secondary.region)}`;
  const first = soundIdentifier(`${base}-a`) ?? 'aurora-a';
  const ids = [first, freeIdentifier(first, [first])].slice(0, count);
  const edits = ids.map((id) => {
    return { kind: 'insert', path: secondary.instances.path, value: { id, class: instanceClass } } as const;
  });
  return [{ title: `Add ${ids.join(' and ')}`, edits }];
}

export const page: RulePage = {
  reason:
    'Without instances a secondary costs its storage only. What it saves is paid in minutes when the Region has to take over; Aurora MySQL also needs an instance there for a minor upgrade.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
#   ^^^^^^^^^^^^^^^^^ AUR612 headless
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
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
