import { isAbsent, isGiven, isOff } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove, setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR020',
  title: 'A key is given for a secret that RDS does not keep',
  group: 'Identity',
  severity: 'warning',
  facts: [limits.manage_master_password],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const managed = cluster.property('ManageMasterUserPassword');
      if (!isGiven(cluster.property('MasterUserSecret', 'KmsKeyId')) || !isOff(managed)) continue;
      const message =
        'MasterUserSecret names a key, and ManageMasterUserPassword is not true: RDS keeps no secret that the key could encrypt. Set ManageMasterUserPassword to true, or remove MasterUserSecret.';
      const manage = isAbsent(cluster.property('MasterUserPassword')) ? [setValue(managed.path, true)] : [];
      const { path } = cluster.property('MasterUserSecret');
      report(path, message, { at: 'key', fixes: [...manage, remove(path)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Whoever writes the key believes that the password lies encrypted in Secrets Manager; without ManageMasterUserPassword there is no such secret.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
      MasterUserSecret:
#     ^^^^^^^^^^^^^^^^ AUR020
        KmsKeyId: alias/orders
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      MasterUserSecret:
        KmsKeyId: alias/orders
`,
};
