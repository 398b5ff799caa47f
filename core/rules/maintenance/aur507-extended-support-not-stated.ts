import { isAfter, monthsAfter } from '../../design/calendar-date.ts';
import { lifecycleStatements } from '../../design/engine-lifecycle.ts';
import { engineName, lifecycleFact } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { supportAhead } from '../version-upgrade.ts';

const choices = limits.engine_lifecycle_support.value;

export const rule: DesignRule = {
  id: 'AUR507',
  title: 'Nobody says what happens when standard support of the major ends',
  group: 'Maintenance and lifecycle',
  severity: 'info',
  facts: [limits.engine_lifecycle_support, lifecycleFact],
  check: (design, report, { asOf }) => {
    const horizon = monthsAfter(asOf, supportAhead.major);
    for (const { engine, version, clusters, lifecycle } of lifecycleStatements(design)) {
      const { major } = lifecycle;
      const silent = clusters.filter(({ engineLifecycleSupport }) => engineLifecycleSupport.presence === 'absent');
      if (silent.length === 0 || major.extendedSupportPaidFrom === null) continue;
      const end = major.standardSupportEnd ?? horizon;
      if (!isAfter(horizon, end)) continue;
      const verb = isAfter(asOf, end) ? 'ended' : 'ends';
      const message = `Standard support of ${engineName(engine)} ${major.major} ${verb} on ${end}, and without engineLifecycleSupport the cluster slides into paid Extended Support. State what you want; with ${choices[1]} a new cluster of an expired major is refused, and a restored one upgraded.`;
      const fixes = choices.map((value) => ({
        title: `Set engineLifecycleSupport to ${value}`,
        edits: silent.map(({ engineLifecycleSupport: { path } }) => ({ kind: 'set', path, value }) as const),
      }));
      report(version.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason: 'Extended Support is the default, is charged for every vCPU-hour, and comes without a word.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
#              ^^^^^^^ AUR507
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support-disabled
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
