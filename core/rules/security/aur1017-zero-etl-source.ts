import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

type Integration = Cluster['integrations']['items'][number];

export const rule: DesignRule = {
  id: 'AUR1017',
  title: 'The cluster cannot be the source of the zero-ETL integration',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [features.zero_etl_redshift, limits.zero_etl_quota],
  check: (design, report, { asOf }) => {
    const engine = known(design.engine);
    for (const cluster of clustersOf(design)) {
      const { integrations, instances } = cluster;
      if (integrations.items.length === 0) continue;
      const older = versionWithout(design, cluster, features.zero_etl_redshift);
      if (older !== undefined) {
        const message = `${older.name} cannot be the source of a zero-ETL integration. Raise the version.`;
        const fixes = raiseVersion(design, older.version, asOf, [features.zero_etl_redshift]);
        report(integrations.path, message, { at: 'key', fixes });
      }
      if (instances.presence !== 'unknown' && instances.items.length === 0) {
        const message = 'A zero-ETL integration reads from an instance, and this cluster has none. Add an instance.';
        report(integrations.path, message, { at: 'key' });
      }
      const unfiltered = engine === 'aurora-postgresql' ? integrations.items.filter(lacksFilter) : [];
      if (unfiltered.length === 0) continue;
      const message = 'An integration from Aurora PostgreSQL needs a dataFilter that says which tables are replicated.';
      report(integrations.path, message, { at: 'key', fixes: replicateAll(design, unfiltered) });
    }
  },
};

function lacksFilter({ dataFilter }: Integration): boolean {
  return dataFilter.presence === 'absent';
}

/** The filter that takes everything of the database of the design. */
function replicateAll(design: Design, integrations: readonly Integration[]): readonly DesignFix[] {
  const database = known(design.databaseName);
  if (database === undefined) return [];
  const value = `include: ${database}.*.*`;
  const edits = integrations.map(({ dataFilter }) => ({ kind: 'set', path: dataFilter.path, value }) as const);
  return [{ title: `Replicate all of ${database}`, edits }];
}

export const page: RulePage = {
  reason: 'Zero-ETL needs an engine version that has it, an instance to read from, and for Aurora PostgreSQL a filter.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.11"
databaseName: orders
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r6g.large }
  integrations:
# ^^^^^^^^^^^^ AUR1017 dataFilter
    - { target: "arn:aws:redshift-serverless:us-east-1:123456789012:namespace/orders" }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.11"
databaseName: orders
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r6g.large }
  integrations:
    - { target: "arn:aws:redshift-serverless:us-east-1:123456789012:namespace/orders", dataFilter: "include: orders.*.*" }
`,
};
