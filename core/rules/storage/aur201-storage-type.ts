import { textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const [standard, optimized] = limits.storage_type_values.value;
const types: readonly string[] = limits.storage_type_values.value;

export const rule: TemplateRule = {
  id: 'AUR201',
  title: 'A storage type that Aurora does not have',
  group: 'Storage',
  severity: 'error',
  facts: [limits.storage_type_values],
  check: (graph, report) => {
    for (const cluster of graph.clusters) {
      const value = cluster.property('StorageType');
      const text = textOf(value);
      if (text === undefined || types.includes(text)) continue;
      const message = `${text} is no storage type of Aurora: ${standard} is Standard, ${optimized} I/O-Optimized. Choose one of them, or leave StorageType out for Standard.`;
      report(value.path, message, { fixes: types.map((type) => setValue(value.path, type)) });
    }
  },
};

export const page: RulePage = {
  reason:
    'gp3, io1 and the like are volumes of single instances. Aurora has one shared volume, in two ways to pay for it, and RDS refuses any other word.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      StorageType: gp3
#                  ^^^ AUR201 aurora-iopt1
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
      StorageType: aurora-iopt1
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
