import { versionStatements } from '../../design/engine-version.ts';
import { engineName, engineVersionsAsOf, engineVersionsFact, versionState } from '../../facts/engine-versions.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR505',
  title: 'The engine version can no longer be chosen for a new cluster',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [engineVersionsFact],
  check: (design, report, { asOf }) => {
    for (const { engine, version, text } of versionStatements(design)) {
      if (versionState(engine, text) !== 'noLongerChoosable') continue;
      const message = `${engineName(engine)} ${text} can no longer be chosen for a new cluster (list of ${engineVersionsAsOf}); clusters that run it stay. Choose a newer version.`;
      report(version.path, message, { fixes: raiseVersion(design, version, asOf) });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS takes versions from its offer from time to time and then refuses new clusters with them. A cluster that runs such a version goes on.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.2"
#              ^^^^^^ AUR505
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
