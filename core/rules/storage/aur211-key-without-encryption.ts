import { clustersOf } from '../../design/design.ts';
import { knownOr } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR211',
  title: 'A KMS key is named, and encryption is not switched on',
  group: 'Storage',
  severity: 'warning',
  facts: [limits.kms_requires_encrypted],
  check: (design, report) => {
    for (const { kmsKeyId, storageEncrypted, origin } of clustersOf(design)) {
      if (kmsKeyId.presence === 'absent' || origin.presence !== 'absent') continue;
      if (knownOr(storageEncrypted, false) !== false) continue;
      const message = 'kmsKeyId counts only with storageEncrypted true. Switch encryption on.';
      report(kmsKeyId.path, message, { at: 'key', fixes: [forNewClusters(setValue(storageEncrypted.path, true))] });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS takes a key only together with storageEncrypted true, and nobody should have to guess which key a cluster has.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  kmsKeyId: alias/orders
# ^^^^^^^^ AUR211
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  storageEncrypted: true
  kmsKeyId: alias/orders
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
