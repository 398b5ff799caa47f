import { clustersOf } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { formatPath } from '../../design/path.ts';
import * as features from '../../facts/generated/engine-features.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';
import { rolesOf } from './cluster-roles.ts';

export const rule: DesignRule = {
  id: 'AUR1110',
  title: 'The engine version cannot call Bedrock',
  group: 'ML and IAM',
  severity: 'error',
  facts: [features.aurora_ml_bedrock],
  check: (design, report, { asOf }) => {
    const reported = new Set<string>();
    for (const cluster of clustersOf(design)) {
      const older = versionWithout(design, cluster, features.aurora_ml_bedrock);
      if (older === undefined) continue;
      for (const { feature } of rolesOf(design, cluster)) {
        const place = formatPath(feature.path);
        if (known(feature) !== 'Bedrock' || reported.has(place)) continue;
        reported.add(place);
        const message = `${older.name} has no functions for Bedrock. Raise the version.`;
        report(feature.path, message, {
          fixes: raiseVersion(design, older.version, asOf, [features.aurora_ml_bedrock]),
        });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora PostgreSQL calls Bedrock with version 2.0 of the extension aws_ml, Aurora MySQL from 3.06 on. Older versions lack the functions, whatever role the cluster has.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.6"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  instances:
    - { id: orders-a, class: db.r6g.large }
    - { id: orders-b, class: db.r6g.large }
machineLearning:
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/orders-bedrock" }
#              ^^^^^^^ AUR1110 14.6
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  instances:
    - { id: orders-a, class: db.r6g.large }
    - { id: orders-b, class: db.r6g.large }
machineLearning:
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/orders-bedrock" }
`,
};
