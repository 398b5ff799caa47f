import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR210',
  title: 'Encryption is switched off, and happens all the same',
  group: 'Storage',
  severity: 'info',
  facts: [limits.default_encryption],
  check: (design, report) => {
    for (const { storageEncrypted, kmsKeyId } of clustersOf(design)) {
      if (known(storageEncrypted) !== false || kmsKeyId.presence !== 'absent') continue;
      const message = `Since ${limits.default_encryption.date} every new cluster is encrypted, with a key that AWS owns unless kmsKeyId names another: storageEncrypted false has no effect. Remove it.`;
      report(storageEncrypted.path, message, { fixes: [remove(storageEncrypted.path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'Whoever reads the design takes the data for unencrypted, and plans copies and restores by that.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  storageEncrypted: false
#                   ^^^^^ AUR210
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
