import { plainTextOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** A number that ends in zeros behind its point, which go when it is read; `8.0` keeps the one it has. */
const losesZeros = /^\d+\.\d*[1-9]0+$/;

export const rule: TemplateRule = {
  id: 'AUR525',
  title: 'An engine version is written as a number',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [limits.yaml_version_number],
  check: (graph, report) => {
    for (const resource of [...graph.clusters, ...graph.instances, ...graph.ofType('AWS::RDS::GlobalCluster')]) {
      const version = resource.property('EngineVersion');
      const text = plainTextOf(version) ?? '';
      if (!losesZeros.test(text)) continue;
      const message = `${text} without quotes is the number ${Number(text)}, and that is what CloudFormation asks RDS for: another version. Write "${text}".`;
      report(version.path, message, { fixes: [{ ...setValue(version.path, text), title: 'Quote the version' }] });
    }
  },
};

export const page: RulePage = {
  reason:
    'A version is a text. Where it looks like a number YAML and JSON read it as one, and 16.10 and 16.1 are the same number.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: 16.10
#                    ^^^^^ AUR525 16.1,
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "16.13"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
`,
};
