import { clustersOf } from '../../design/design.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.custom_endpoints_max.value;

export const rule: DesignRule = {
  id: 'AUR901',
  title: 'The cluster has more than 5 custom endpoints',
  group: 'Endpoints',
  severity: 'warning',
  facts: [limits.custom_endpoints_max],
  check: (design, report) => {
    for (const { endpoints } of clustersOf(design)) {
      const count = endpoints.items.length;
      if (count <= most) continue;
      const message = `This cluster has ${count} custom endpoints; the quota is ${most} per cluster until AWS raises it. Merge some, or ask for a higher quota.`;
      report(endpoints.path, message, { at: 'key' });
    }
  },
};

const example = (count: number, marker = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  endpoints:
${marker}${Array.from({ length: count }, (_, index) => `    - { id: reports-${index + 1} }\n`).join('')}`;

export const page: RulePage = {
  reason: 'The quota can be raised; without that, creating the sixth endpoint fails.',
  bad: /* @__PURE__ */ example(6, '# ^^^^^^^^^ AUR901\n'),
  good: /* @__PURE__ */ example(5),
};
