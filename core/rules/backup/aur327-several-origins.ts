import { clustersOf } from '../../design/design.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR327',
  title: 'A cluster has more than one origin',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.snapshot_restore_exclusive],
  check: (design, report) => {
    for (const { origin } of clustersOf(design)) {
      const { snapshot, pointInTime, clone, s3 } = origin;
      const given = Object.entries({ snapshot, pointInTime, clone, s3 }).filter(
        ([, { presence }]) => presence === 'known',
      );
      if (given.length < 2) continue;
      const names = given.map(([name]) => name);
      const message = `The data come from ${names.join(' and from ')}: a cluster starts from one of them. Keep one.`;
      const fixes = names.map((kept) => ({
        title: `Keep ${kept}`,
        edits: given.filter(([name]) => name !== kept).map(([, { path }]) => ({ kind: 'remove', path }) as const),
      }));
      report(origin.path, message, { at: 'key', fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'Each origin is a call of its own: RestoreDBClusterFromSnapshot, RestoreDBClusterToPointInTime or RestoreDBClusterFromS3.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
# ^^^^^^ AUR327 from snapshot and from clone
    snapshot: { snapshotIdentifier: before-migration }
    clone: { sourceDBClusterIdentifier: orders-old }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    clone: { sourceDBClusterIdentifier: orders-old }
`,
};
