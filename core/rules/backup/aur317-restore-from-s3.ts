import { clustersOf } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { isSlipFor } from '../../text/nearest-name.ts';
import { correct } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const sourceEngineName = 'mysql';

/** The oldest MySQL whose backup is taken. */
const oldestSource = '5.7';

export const rule: DesignRule = {
  id: 'AUR317',
  title: 'The backup in S3 is not one that the cluster can be restored from',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.s3_restore, limits.s3_restore_min_source],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { presence, path, sourceEngine, sourceEngineVersion } = cluster.origin.s3;
      if (presence !== 'known') continue;
      if (known(design.engine) === 'aurora-postgresql') {
        const message =
          'Only Aurora MySQL is restored from a backup in S3. Import into Aurora PostgreSQL by pg_restore, or by AWS DMS.';
        report(path, message, { at: 'key' });
        continue;
      }
      const engine = known(sourceEngine);
      if (engine !== undefined && engine !== sourceEngineName) {
        const message = `sourceEngine is ${engine}; only backups of ${sourceEngineName} are restored.`;
        const isSafe = isSlipFor(sourceEngineName, engine, [sourceEngineName]);
        report(sourceEngine.path, message, { fixes: [correct(sourceEngine.path, sourceEngineName, isSafe)] });
      }
      const source = known(sourceEngineVersion) ?? '';
      const target = mysqlVersion(known(engineVersionOf(design, cluster)) ?? '');
      if (isOlder(mysqlVersion(source), mysqlVersion(oldestSource))) {
        const message = `The backup is of MySQL ${source}; backups of ${oldestSource} and later are restored. Upgrade the source first.`;
        report(sourceEngineVersion.path, message);
      } else if (isOlder(target, mysqlVersion(source))) {
        const message = `The backup is of MySQL ${source}, and the cluster speaks MySQL ${target.join('.')}: a restore never goes back. Choose a newer engine version.`;
        report(sourceEngineVersion.path, message);
      }
    }
  },
};

/** Major and minor of MySQL; NaN where the text does not tell. */
type MysqlVersion = readonly [major: number, minor: number];

/** The MySQL version that a version begins with: `8.0.mysql_aurora.3.10.1` and `8.0.36` are both [8, 0]. */
function mysqlVersion(text: string): MysqlVersion {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(text) ?? [];
  return [Number(major), Number(minor)];
}

/** Whether `a` certainly comes before `b`. */
function isOlder(a: MysqlVersion, b: MysqlVersion): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

export const page: RulePage = {
  reason:
    'RestoreDBClusterFromS3 reads backups that Percona XtraBackup made of MySQL 5.7 or 8.0, into Aurora MySQL of the same version or a later one.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    s3:
#   ^^ AUR317 Only Aurora MySQL
      s3BucketName: orders-backup
      s3IngestionRoleArn: "arn:aws:iam::123456789012:role/orders-s3"
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    s3:
      s3BucketName: orders-backup
      s3IngestionRoleArn: "arn:aws:iam::123456789012:role/orders-s3"
      sourceEngine: mysql
      sourceEngineVersion: 8.0.36
`,
};
