import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR625',
  title: 'A secondary names no KMS key although the primary does',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.kms_cross_region],
  check: (design, report) => {
    if (design.primary.kmsKeyId.presence !== 'known') return;
    for (const { kmsKeyId, region } of globalSecondaries(design)) {
      if (kmsKeyId.presence !== 'absent') continue;
      const place = known(region) ?? 'this Region';
      const message = `The primary is encrypted by a key of its own Region, which ${place} cannot use: a secondary of an encrypted cluster needs a key of its Region. Name one in kmsKeyId.`;
      report(kmsKeyId.path, message);
    }
  },
};

export const page: RulePage = {
  reason: 'A KMS key belongs to one Region. The data are encrypted anew where they arrive, by a key of that Region.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/orders"
  storageEncrypted: true
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
#   ^^^^^^^^^^^^^^^^^ AUR625 eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/orders"
  storageEncrypted: true
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/orders"
    storageEncrypted: true
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
