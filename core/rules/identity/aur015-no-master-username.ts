import { isAbsent } from '../../design/resource-graph.ts';
import { freshCluster, isFresh } from '../cluster-origin.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR015',
  title: 'A new cluster has no master user',
  group: 'Identity',
  severity: 'error',
  facts: [freshCluster],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const name = cluster.property('MasterUsername');
      if (!isFresh(cluster) || !isAbsent(name)) continue;
      const message =
        'MasterUsername is missing: AWS refuses to create a cluster without it, except from a snapshot, from another cluster or in a global database. State it.';
      report(name.path, message, { fixes: [ofNewResource(setValue(name.path, 'app_admin'))] });
    }
  },
};

export const page: RulePage = {
  reason:
    'The schema of CloudFormation does not ask for MasterUsername, RDS does: the stack fails when the cluster is created.',
  bad: `Resources:
  Orders:
# ^^^^^^ AUR015
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      ManageMasterUserPassword: true
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
`,
};
