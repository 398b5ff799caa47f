import { lifecycleStatements } from '../../design/engine-lifecycle.ts';
import { globalMembers } from '../../design/global-database.ts';
import { choosableVersions } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR608',
  title: 'A Limitless version stands in a global database',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.global_unsupported_features],
  check: (design, report) => {
    const members = globalMembers(design);
    for (const { engine, version, text, clusters, limitless } of lifecycleStatements(design)) {
      if (!limitless || !clusters.some((cluster) => members.includes(cluster))) continue;
      const plain = text.replace('-limitless', '');
      const message = `${text} is a version of Limitless Database, which cannot be part of a global database. Choose a version without -limitless, or remove the secondaries.`;
      report(version.path, message, {
        fixes: choosableVersions(engine).includes(plain) ? [setValue(version.path, plain)] : [],
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'Limitless Database spreads its data over shards, which the storage of a global database does not copy to other Regions.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: 16.13-limitless
#              ^^^^^^^^^^^^^^^ AUR608
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.13"
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
