import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** A demand that a design with a secondary can usually meet. */
const usualRecovery = '5m';

export const rule: DesignRule = {
  id: 'AUR1206',
  title: 'A secondary Region is paid for, and no objective demands it',
  group: 'Cost',
  severity: 'info',
  facts: [resilience.global_rto],
  check: (design, report) => {
    const { objectives, secondaries } = design;
    const { regionRecovery, regionDataLoss, survive } = objectives;
    const demandsRegion =
      [regionRecovery, regionDataLoss].some(({ presence }) => presence !== 'absent') ||
      survive.presence === 'unknown' ||
      survive.items.some((item) => item.presence === 'unknown' || known(item) === 'region');
    const paid = globalSecondaries(design);
    if (objectives.presence !== 'known' || demandsRegion || paid.length === 0) return;
    const regions = paid.flatMap(({ region }) => known(region) ?? []).join(' and ');
    const message = `A copy of everything lies in ${regions || 'another Region'}, and the objectives demand nothing when a Region is lost. State regionRecovery, or remove the secondary if it serves no readers either.`;
    const isReady = paid.some(({ instances }) => instances.items.length > 0);
    const edits = [{ kind: 'set', path: regionRecovery.path, value: usualRecovery }] as const;
    const fixes = isReady ? [{ title: `Set objectives.regionRecovery to ${usualRecovery}`, edits }] : [];
    report(secondaries.path, message, { at: 'key', fixes });
  },
};

export const page: RulePage = {
  reason:
    'Storage, replicated writes and instances of a secondary cost what they cost in the primary Region. What nobody demands is easily forgotten, and never tested.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
secondaries:
^^^^^^^^^^^ AUR1206 eu-west-1
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
objectives: { writerRecovery: 60s, survive: [instance, az] }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
objectives: { writerRecovery: 60s, regionRecovery: 5m, survive: [instance, az] }
`,
};
