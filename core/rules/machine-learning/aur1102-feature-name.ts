import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestWord } from '../suggestion.ts';

const features: readonly string[] = ml.postgresql_roles.value;

export const rule: DesignRule = {
  id: 'AUR1102',
  title: 'The engine does not know the feature name of an IAM role',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.postgresql_roles, ml.mysql_roles],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const { featureName } of clustersOf(design).flatMap(({ associatedRoles }) => associatedRoles.items)) {
      const name = known(featureName);
      if (name === undefined) continue;
      if (engine === 'aurora-mysql') {
        const message = `Aurora MySQL takes no feature name: its roles are chosen by parameters. Remove ${name}.`;
        report(featureName.path, message, { fixes: [remove(featureName.path)] });
      } else if (!features.includes(name)) {
        const { advice, fixes } = suggestWord(featureName.path, name, features, `It knows ${features.join(', ')}.`);
        report(featureName.path, `Aurora PostgreSQL has no feature ${name} for a role. ${advice}`, { fixes });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora PostgreSQL looks for the role of a call by its feature name, in exactly this spelling; under another name it finds none. Aurora MySQL has no such names.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  associatedRoles:
    - { featureName: S3Import, roleArn: "arn:aws:iam::123456789012:role/orders-load" }
#                    ^^^^^^^^ AUR1102 s3Import
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  associatedRoles:
    - { featureName: s3Import, roleArn: "arn:aws:iam::123456789012:role/orders-load" }
`,
};
