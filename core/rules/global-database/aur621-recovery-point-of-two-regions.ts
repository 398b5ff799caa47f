import { globalMembers } from '../../design/global-database.ts';
import { recoveryPointOf, recoveryPointParameter } from '../../design/recovery-point.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const regionsAtRisk = 2;

export const rule: DesignRule = {
  id: 'AUR621',
  title: 'rds.global_db_rpo is set in a global database of two Regions',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.global_rpo_two_region_hint, resilience.global_rpo_two_regions],
  check: (design, report) => {
    const members = globalMembers(design);
    // A template shows one secondary of how many there are.
    if (members.length !== regionsAtRisk || design.primary.presence !== 'known') return;
    for (const cluster of members) {
      const parameter = recoveryPointOf(cluster);
      if (parameter?.presence !== 'known') continue;
      const message =
        cluster === design.primary
          ? `With ${recoveryPointParameter} and one secondary Region, losing that Region or the link to it stalls every commit of the primary. Add a second secondary, or remove the parameter.`
          : `Once this Region is promoted, ${recoveryPointParameter} of its own group holds every commit back until another Region follows. Leave it unset here.`;
      report(parameter.path, message, { at: 'key', fixes: [remove(parameter.path)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'The parameter lets commits wait while every secondary lags too much. With one secondary its loss is that case, and the bound on data loss becomes an outage.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters:
    work_mem: 8192
    rds.global_db_rpo: 60
#   ^^^^^^^^^^^^^^^^^ AUR621 stalls every commit
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
    parameters:
      work_mem: 8192
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters:
    work_mem: 8192
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
    parameters:
      work_mem: 8192
`,
};
