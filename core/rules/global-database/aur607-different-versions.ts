import type { Design } from '../../design/design.ts';
import { compareEngineVersions, engineVersionOf, parseEngineVersion } from '../../design/engine-version.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR607',
  title: 'Clusters of one global database have different engine versions',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_version_match],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    const wanted = known(engineVersionOf(design, design.primary)) ?? '';
    const primary = parseEngineVersion(engine, wanted);
    for (const secondary of globalSecondaries(design)) {
      const own = known(engineVersionOf(design, secondary)) ?? '';
      const version = parseEngineVersion(engine, own);
      if (primary === undefined || version === undefined) continue;
      if (compareEngineVersions(primary, version) === 0 && primary.limitless === version.limitless) continue;
      const { engineVersion, region } = secondary;
      const stated = engineVersion.presence === 'absent' ? design.primary.engineVersion : engineVersion;
      const message = `The primary runs ${wanted} and the cluster in ${known(region) ?? 'the secondary Region'} ${own}: RDS refuses a member whose version differs from the one of its global database. Use one version.`;
      report(stated.path, message, { fixes: [useOneVersion(design, stated.path, wanted)] });
    }
  },
};

/** Lets the version on top count where it is the wanted one, or where the primary alone departs from it. */
function useOneVersion(design: Design, path: Path, wanted: string): DesignFix {
  const follows = path === design.primary.engineVersion.path || known(design.engineVersion) === wanted;
  return follows ? remove(path) : setValue(path, wanted);
}

export const page: RulePage = {
  reason:
    'RDS answers: Value for engineVersion should match setting for global cluster. Switchover and failover between Regions need equal versions as well.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    engineVersion: "16.13"
#                  ^^^^^^^ AUR607 runs 16.14
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
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
