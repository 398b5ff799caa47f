import { versionStatements } from '../../design/engine-version.ts';
import { globalMembers } from '../../design/global-database.ts';
import { choosableVersions, type Engine } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** A major without a minor, as each engine writes it. */
const bareMajor = { 'aurora-mysql': /^\d+\.\d+$/, 'aurora-postgresql': /^\d+$/ };

export const rule: DesignRule = {
  id: 'AUR624',
  title: 'A global database states a major version only',
  group: 'Global database',
  severity: 'info',
  facts: [limits.global_version_match],
  check: (design, report) => {
    const members = globalMembers(design);
    for (const { engine, version, text, clusters } of versionStatements(design)) {
      if (!bareMajor[engine].test(text)) continue;
      if (!clusters.some((cluster) => members.includes(cluster))) continue;
      const newest = plainMinors(engine, text).slice(-1);
      const message = `${text} stands for the default minor version of the day: a Region that is added later gets another one, and is refused. Write the full version.`;
      report(version.path, message, { fixes: newest.map((full) => setValue(version.path, full)) });
    }
  },
};

/** The versions of a major that are not those of Limitless Database, oldest first. */
function plainMinors(engine: Engine, major: string): readonly string[] {
  const ofMajor = choosableVersions(engine).filter((version) => version.startsWith(`${major}.`));
  return ofMajor.filter((version) => !version.endsWith('-limitless'));
}

export const page: RulePage = {
  reason:
    'All clusters of a global database need one version. RDS fills a bare major up with its default at the moment each cluster is created.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16"
#              ^^^^ AUR624
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
