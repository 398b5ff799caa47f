import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR902',
  title: 'The type of a custom endpoint is WRITER',
  group: 'Endpoints',
  severity: 'warning',
  facts: [limits.custom_endpoint_type],
  check: (design, report) => {
    for (const { type } of clustersOf(design).flatMap(({ endpoints }) => endpoints.items)) {
      if (known(type) !== 'WRITER') continue;
      const message =
        'The API lists WRITER, but the guide gives custom endpoints the types READER and ANY only. For the writer use the cluster endpoint, which follows it; ANY keeps this endpoint with its members.';
      report(type.path, message, { fixes: [setValue(type.path, 'ANY')] });
    }
  },
};

export const page: RulePage = {
  reason:
    'The cluster endpoint leads to the writer, whoever that is. A custom endpoint names instances; its documented types are READER and ANY.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: batch, type: WRITER, staticMembers: [orders-a] }
#                        ^^^^^^ AUR902
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: batch, type: ANY, staticMembers: [orders-a] }
`,
};
