import { isAfter, monthsAfter } from '../../design/calendar-date.ts';
import { type Lifecycle, lifecycleStatements } from '../../design/engine-lifecycle.ts';
import { engineName, lifecycleFact } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion, supportAhead } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR506',
  title: 'Standard support of the engine version has ended, or ends soon',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [lifecycleFact, limits.engine_lifecycle_support],
  check: (design, report, { asOf }) => {
    for (const { engine, version, text, lifecycle } of lifecycleStatements(design)) {
      const end = lifecycle.standardSupportEnd;
      if (end === undefined || !isAfter(monthsAfter(asOf, supportAhead.minor), end)) continue;
      const verb = isAfter(asOf, end) ? 'ended' : 'ends';
      const message = `Standard support of ${engineName(engine)} ${text} ${verb} on ${end}. ${afterwards(lifecycle)} Upgrade.`;
      report(version.path, message, { fixes: raiseVersion(design, version, asOf) });
    }
  },
};

/** What happens when standard support is over: the major costs more, a minor is upgraded. */
function afterwards({ major, standardSupportEnd }: Lifecycle): string {
  if (standardSupportEnd !== major.standardSupportEnd) return 'Afterwards AWS upgrades the minor by itself.';
  const { extendedSupportPaidFrom, extendedSupportEnd } = major;
  return extendedSupportPaidFrom === null
    ? 'Afterwards there is no support.'
    : `From ${extendedSupportPaidFrom} RDS Extended Support is charged for every vCPU-hour, until it ends on ${extendedSupportEnd}.`;
}

export const page: RulePage = {
  reason:
    'After standard support a major slides into RDS Extended Support, which is charged for every vCPU-hour on top of the instance; a minor is upgraded when AWS decides. The calendar is that of the catalogue, today is what the caller says.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.9"
#              ^^^^^^ AUR506
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
