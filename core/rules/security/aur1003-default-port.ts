import { isAbsent, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { engineOf } from '../cluster-of-instance.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { default: defaults } = limits.port;

export const rule: TemplateRule = {
  id: 'AUR1003',
  title: 'PostgreSQL listens on the port of MySQL',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.port],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const port = cluster.property('Port');
      const mode = cluster.property('EngineMode');
      const isProvisioned = isAbsent(mode) || textOf(mode) === 'provisioned';
      if (engineOf(cluster) !== 'aurora-postgresql' || !isAbsent(port) || !isProvisioned) continue;
      const [usual, given] = [defaults['aurora-postgresql'], defaults['aurora-mysql']];
      const message = `Port is missing: CloudFormation makes the cluster listen on ${given}, the port of MySQL, and not on ${usual}. State Port: ${usual} for a new cluster, or Port: ${given} to keep a running one where it is.`;
      report(port.path, message, { fixes: [setValue(port.path, usual), setValue(port.path, given)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Through the API the default port is the one of the engine. The provider of CloudFormation fills in the one of MySQL for both engines, so that clients and security groups that expect 5432 find nothing.',
  bad: `Resources:
  Orders:
# ^^^^^^ AUR1003
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      Port: 5432
`,
};
