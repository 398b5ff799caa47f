import { textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR523',
  title: 'The engine aurora has ended',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [limits.multi_master],
  check: (graph, report) => {
    for (const resource of [...graph.clusters, ...graph.instances]) {
      const engine = resource.property('Engine');
      if (textOf(engine) !== 'aurora') continue;
      const message =
        'The engine aurora is Aurora MySQL 1 (MySQL 5.6), which ended on 2023-02-28: RDS creates none any more. Use aurora-mysql, with a version of today.';
      report(engine.path, message, { fixes: [ofNewResource(setValue(engine.path, 'aurora-mysql'))] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora began as one engine with one name. The name stayed with its first version, compatible with MySQL 5.6; later ones are aurora-mysql. Old templates and examples still have it.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora
#             ^^^^^^ AUR523 aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
};
