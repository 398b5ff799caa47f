import { isGiven, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

const [copy, clone] = limits.restore_type_values.value;
const types: readonly string[] = limits.restore_type_values.value;

export const rule: TemplateRule = {
  id: 'AUR314',
  title: 'A way of restoring that does not exist',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.restore_type_values],
  check: (graph, report) => {
    for (const cluster of graph.clusters) {
      const value = cluster.property('RestoreType');
      const text = textOf(value);
      const isRestored = isGiven(cluster.property('SourceDBClusterIdentifier'));
      if (!isRestored || text === undefined || types.includes(text)) continue;
      const meant = nearestName(text, types);
      const message = `${text} is no RestoreType, and RDS refuses it: ${copy} copies all data, ${clone} makes a clone that shares them.`;
      const fixes = (meant === undefined ? types : [meant]).map((type) => ofNewResource(setValue(value.path, type)));
      report(value.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'The template is taken without complaint, since CloudFormation lists no values; RDS answers an error when it restores.',
  bad: `Resources:
  OrdersCopy:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SourceDBClusterIdentifier: orders
      UseLatestRestorableTime: true
      RestoreType: copy-on-right
#                  ^^^^^^^^^^^^^ AUR314
      BackupRetentionPeriod: 7
      DBClusterParameterGroupName: orders
  OrdersCopyA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref OrdersCopy
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
  good: `Resources:
  OrdersCopy:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SourceDBClusterIdentifier: orders
      UseLatestRestorableTime: true
      RestoreType: copy-on-write
      BackupRetentionPeriod: 7
      DBClusterParameterGroupName: orders
  OrdersCopyA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref OrdersCopy
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
};
