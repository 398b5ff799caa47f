import { majorOf, parseEngineVersion, versionStatements } from '../../design/engine-version.ts';
import { engineName, engineVersionsAsOf, engineVersionsFact, versionState } from '../../facts/engine-versions.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { supportedVersions } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR519',
  title: 'The engine version is not in the catalogue',
  group: 'Maintenance and lifecycle',
  severity: 'info',
  facts: [engineVersionsFact],
  check: (design, report, { asOf }) => {
    for (const { engine, version, text } of versionStatements(design)) {
      const parsed = parseEngineVersion(engine, text);
      if (parsed === undefined || versionState(engine, text) !== 'unknown') continue;
      const near = nearestName(text, supportedVersions(engine, asOf, majorOf(engine, parsed)));
      const message = `${engineName(engine)} ${text} is not among the versions known on ${engineVersionsAsOf}: it is newer, long gone, or was never offered.${near === undefined ? '' : ` Near it is ${near}.`}`;
      report(version.path, message, { fixes: near === undefined ? [] : [setValue(version.path, near)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'A version that is newer than the catalogue is fine; one that never existed is refused by RDS. Nobody here can tell which it is.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.12"
#              ^^^^^^^ AUR519
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.13"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
