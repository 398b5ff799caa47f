import { isGiven } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

const taken = ['Engine', 'EngineVersion', 'StorageEncrypted'];

export const rule: TemplateRule = {
  id: 'AUR614',
  title: 'A global database made from a cluster states what the cluster decides',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_source_exclusive],
  check: (graph, report) => {
    for (const global of graph.ofType('AWS::RDS::GlobalCluster')) {
      if (!isGiven(global.property('SourceDBClusterIdentifier'))) continue;
      for (const name of taken) {
        const value = global.property(name);
        if (!isGiven(value)) continue;
        const message = `${name} stands beside SourceDBClusterIdentifier: AWS refuses the two together, a global database made from a cluster takes ${name} from it. Remove it.`;
        report(value.path, message, { at: 'key', fixes: [ofNewResource(remove(value.path))] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'A global database is either made from a cluster that exists, and is then what that cluster is, or made empty and described by its own properties.',
  bad: `Resources:
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders
      SourceDBClusterIdentifier: !Ref Orders
      Engine: aurora-mysql
#     ^^^^^^ AUR614
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`,
  good: `Resources:
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders
      SourceDBClusterIdentifier: !Ref Orders
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`,
};
