import { globalSecondaries } from '../../design/global-database.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.replicas_per_cluster_max.value;

export const rule: DesignRule = {
  id: 'AUR604',
  title: 'The primary of the global database has too many readers for its secondaries',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.global_primary_replicas_max_formula],
  check: (design, report) => {
    const { instances } = design.primary;
    const secondaries = globalSecondaries(design).length;
    const readers = instances.items.length - 1;
    const allowed = most - secondaries;
    if (readers <= allowed || readers > most) return;
    const message = `The primary has ${readers} readers; of its ${most} places the secondary Regions take ${secondaries}, which leaves ${allowed}. Remove ${readers - allowed}.`;
    report(instances.path, message, { at: 'key' });
  },
};

const example = (count: number, marker = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
${marker}    - { id: orders-1, class: db.r7g.large, role: writer }
${Array.from({ length: count }, (_, index) => `    - { id: orders-${index + 2}, class: db.r7g.large }\n`).join('')}
secondaries:
  - { region: eu-west-1, instances: [{ id: orders-eu, class: db.r7g.large }] }
`;

export const page: RulePage = {
  reason: 'Each secondary Region takes one of the fifteen places for readers of the primary.',
  bad: /* @__PURE__ */ example(15, '# ^^^^^^^^^ AUR604 15 readers\n'),
  good: /* @__PURE__ */ example(14),
};
