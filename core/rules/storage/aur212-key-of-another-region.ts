import { parseArn } from '../../design/arn.ts';
import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR212',
  title: 'The KMS key lies in another Region than the cluster',
  group: 'Storage',
  severity: 'error',
  facts: [limits.kms_cross_region],
  check: (design, report) => {
    for (const { kmsKeyId, region } of clustersOf(design)) {
      const arn = parseArn(known(kmsKeyId) ?? '');
      const own = known(region);
      if (arn?.service !== 'kms' || own === undefined || arn.region === own) continue;
      const { partition, account, resource } = arn;
      const message = `The key lies in ${arn.region}, and the cluster in ${own}: it can use keys of its own Region only. Name a key of ${own}.`;
      // Replicas of a multi-Region key have one id in all Regions.
      const isMultiRegion = resource.startsWith('key/mrk-');
      report(kmsKeyId.path, message, {
        fixes: isMultiRegion ? [setValue(kmsKeyId.path, `arn:${partition}:kms:${own}:${account}:${resource}`)] : [],
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS refuses a key of another Region. Each cluster of an encrypted global database needs a key of its own Region; a multi-Region key has a replica there under the same id.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  storageEncrypted: true
  kmsKeyId: arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR212
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  storageEncrypted: true
  kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
