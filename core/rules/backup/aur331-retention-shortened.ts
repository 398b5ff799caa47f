import { keptClusters } from '../../design/design-change.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { clustersInPlace } from '../../design/replaced-resources.ts';
import { isAbsent, numberOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { countOf } from '../../text/quantity.ts';
import type { ChangeRule } from '../change-rule.ts';
import type { Report } from '../rule.ts';
import type { ChangePage } from '../rule-page.ts';

const byDefault = limits.backup_retention.default;

/** A retention before and after an edit, in days; undefined is what is not known. */
interface RetentionChange {
  readonly property: string;
  readonly path: Path;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly isTakenAway: boolean;
}

export const rule: ChangeRule = {
  id: 'AUR331',
  title: 'The backups of an existing cluster reach back less far than before',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.backup_retention],
  checkDesign: (change, report) => {
    for (const { earlier, later } of keptClusters(change)) {
      const { path, presence } = later.backupRetentionPeriod;
      // A restored cluster has the retention of its source where it states none.
      const isTakenAway = presence === 'absent' && later.origin.presence === 'absent';
      const after = isTakenAway ? byDefault : known(later.backupRetentionPeriod);
      const before = known(earlier.backupRetentionPeriod);
      judge({ property: 'backupRetentionPeriod', path, before, after, isTakenAway }, report);
    }
  },
  checkTemplate: (change, report) => {
    for (const { earlier, later } of clustersInPlace(change)) {
      const property = 'BackupRetentionPeriod';
      const value = later.property(property);
      const isTakenAway = isAbsent(value);
      const after = isTakenAway ? byDefault : numberOf(value);
      const before = numberOf(earlier.property(property));
      judge({ property, path: value.path, before, after, isTakenAway }, report);
    }
  },
};

/** Shortening it by a number is somebody's will; taking the line away seldom is. */
function judge({ property, path, before, after, isTakenAway }: RetentionChange, report: Report): void {
  if (before === undefined || after === undefined || after >= before) return;
  const how = isTakenAway ? `is taken away, and is ${after} by default` : `goes from ${before} to ${after}`;
  const message = `${property} ${how}: backups reach back ${countOf(after, 'day')} instead of ${before}, and what is older can no longer be restored. Put ${before} back, or keep what has to stay as a snapshot first.`;
  const title = `Put ${property} back to ${before}`;
  const fixes = [{ title, edits: [{ kind: 'set', path, value: before } as const] }];
  report(path, message, { severity: isTakenAway ? 'warning' : 'info', fixes });
}

const template = (retention: string) => `Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
${retention}      MasterUsername: app_admin
      ManageMasterUserPassword: true
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
`;

export const page: ChangePage = {
  reason:
    'Point-in-time restore reaches back as far as the retention. CloudFormation fills in one day where the property is missing, and applies it to a cluster that exists: a line that is tidied away takes two weeks of backups along.',
  earlier: template('      BackupRetentionPeriod: 14\n'),
  bad: template('').replace(
    'Cluster:\n',
    'Cluster:\n# ^^^^^^^ AUR331 BackupRetentionPeriod is taken away, and is 1 by default: backups reach back 1 day instead of 14\n',
  ),
  good: template('      BackupRetentionPeriod: 14\n'),
};
