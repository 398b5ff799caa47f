import { clustersOf } from '../../design/design.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.instances_per_cluster_max.value;

export const rule: DesignRule = {
  id: 'AUR101',
  title: 'The cluster has more than 16 instances',
  group: 'Topology',
  severity: 'error',
  facts: [limits.replicas_per_cluster_max, limits.instances_per_cluster_max, limits.global_secondary_replicas_max],
  check: (design, report) => {
    for (const { instances } of clustersOf(design)) {
      const count = instances.items.length;
      if (count <= most) continue;
      const message = `This cluster has ${count} instances; it can hold ${most}: one writer and ${limits.replicas_per_cluster_max.value} readers, or ${limits.global_secondary_replicas_max.value} readers in a secondary. Remove ${count - most}.`;
      report(instances.path, message, { at: 'key' });
    }
  },
};

const example = (count: number, marker = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
${marker}${Array.from({ length: count }, (_, index) => `    - { id: orders-${index + 1}, class: db.r7g.large }\n`).join('')}`;

export const page: RulePage = {
  reason: 'Aurora takes at most 15 readers beside the writer, and the limit cannot be raised.',
  bad: /* @__PURE__ */ example(17, '# ^^^^^^^^^ AUR101 17 instances\n'),
  good: /* @__PURE__ */ example(16),
};
