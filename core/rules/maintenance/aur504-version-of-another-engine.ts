import { versionStatements } from '../../design/engine-version.ts';
import { type Engine, engineName, engineVersionsFact } from '../../facts/engine-versions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** Majors from here on are no versions of MySQL. */
const leastOfPostgres = 10;

export const rule: DesignRule = {
  id: 'AUR504',
  title: 'The engine version belongs to the other engine',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [engineVersionsFact],
  check: (design, report) => {
    for (const { engine, version, text } of versionStatements(design)) {
      const owner = engineOfVersion(text);
      if (owner === undefined || owner === engine) continue;
      const message = `${text} is a version of ${engineName(owner)}, and the engine is ${engine}. Correct the engine or the version.`;
      report(version.path, message, {
        fixes: version === design.engineVersion ? [setValue(design.engine.path, owner)] : [],
      });
    }
  },
};

/** The only engine a version can belong to; undefined when that cannot be told. */
function engineOfVersion(text: string): Engine | undefined {
  if (text.includes('mysql_aurora')) return 'aurora-mysql';
  const [, major] = /^(\d+)(?:\.\d+)*(?:-limitless)?$/.exec(text) ?? [];
  return Number(major) >= leastOfPostgres ? 'aurora-postgresql' : undefined;
}

export const page: RulePage = {
  reason: 'RDS cannot find such a version of the engine, and refuses the cluster.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: 8.4.mysql_aurora.8.4.7
#              ^^^^^^^^^^^^^^^^^^^^^^ AUR504
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
engineVersion: 8.4.mysql_aurora.8.4.7
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
