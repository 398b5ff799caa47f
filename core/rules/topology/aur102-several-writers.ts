import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR102',
  title: 'The primary has more than one writer',
  group: 'Topology',
  severity: 'error',
  formats: ['blueprint'],
  facts: [limits.writer_per_cluster, limits.multi_master],
  check: ({ primary }, report) => {
    if (known(primary.engineMode) === 'multimaster') return;
    const writers = primary.instances.items.filter(({ role }) => known(role) === 'writer');
    const first = writers[0] === undefined ? undefined : known(writers[0].id);
    for (const { role } of writers.slice(1)) {
      const message = `A cluster has one writer, and ${first ?? 'an instance above'} is it already. Make this one a reader.`;
      report(role.path, message, { fixes: [setValue(role.path, 'reader')] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora has exactly one writer per cluster. Multi-master, where every instance could write, existed for Aurora MySQL 1 only and is gone.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, role: writer }
    - { id: orders-b, class: db.r7g.large, role: writer }
#                                                ^^^^^^ AUR102 orders-a
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, role: writer }
    - { id: orders-b, class: db.r7g.large, role: reader }
`,
};
