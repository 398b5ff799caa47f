import { isAfter } from '../../design/calendar-date.ts';
import { lifecycleStatements } from '../../design/engine-lifecycle.ts';
import { globalMembers } from '../../design/global-database.ts';
import { upgradesMinorVersions } from '../../design/minor-upgrade.ts';
import { engineName, lifecycleFact } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { stayOnMinor } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR508',
  title: 'A version with long-term support is left by automatic upgrades',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [limits.auto_minor_upgrade, lifecycleFact],
  check: (design, report, { asOf }) => {
    const members = globalMembers(design);
    for (const { engine, version, text, clusters, lifecycle, limitless } of lifecycleStatements(design)) {
      const { minor } = lifecycle;
      if (limitless || minor?.lts !== true || isAfter(asOf, minor.standardSupportEnd)) continue;
      const leaving = clusters.filter(
        (cluster) => !members.includes(cluster) && upgradesMinorVersions(cluster) === true,
      );
      if (leaving.length === 0) continue;
      const message = `${engineName(engine)} ${text} has long-term support, and automatic minor upgrades are on for every instance (the default): they leave it. Set autoMinorVersionUpgrade to false; one instance is enough.`;
      const title = 'Set autoMinorVersionUpgrade to false';
      report(version.path, message, { fixes: [{ title, edits: leaving.flatMap(stayOnMinor) }] });
    }
  },
};

export const page: RulePage = {
  reason:
    'A minor with long-term support is chosen to stay on it. Automatic upgrades go to the next minor that AWS names, and there is no way back.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.8"
#              ^^^^^^ AUR508
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.8"
primary:
  region: us-east-1
  autoMinorVersionUpgrade: false
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
