import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const current = 'rds-ca-rsa2048-g1';

export const rule: DesignRule = {
  id: 'AUR521',
  title: 'The certificate authority has expired',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [limits.ca_2019_expired],
  check: (design, report) => {
    for (const { caCertificateIdentifier } of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      if (known(caCertificateIdentifier) !== limits.ca_2019_expired.value) continue;
      const message = `${limits.ca_2019_expired.value} expired in ${limits.ca_2019_expired.date}: clients that verify the certificate cannot connect. Use ${current}.`;
      report(caCertificateIdentifier.path, message, { fixes: [setValue(caCertificateIdentifier.path, current)] });
    }
  },
};

export const page: RulePage = {
  reason: 'A certificate of an expired authority is worth nothing; clients that check it refuse the connection.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, caCertificateIdentifier: rds-ca-2019 }
#                                                                   ^^^^^^^^^^^ AUR521
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, caCertificateIdentifier: rds-ca-rsa2048-g1 }
`,
};
