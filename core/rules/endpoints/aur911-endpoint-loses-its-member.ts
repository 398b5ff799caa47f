import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { nextWriterOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR911',
  title: 'A READER endpoint has only the reader that is promoted first',
  group: 'Endpoints',
  severity: 'warning',
  facts: [limits.custom_endpoint_reader_promoted, resilience.promotion_rule],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const next = nextWriterOf(design, cluster);
      if (next === undefined || next.reason.kind === 'arbitrary') continue;
      const promoted = next.promoted.id.toLowerCase();
      for (const { id, type, staticMembers } of cluster.endpoints.items) {
        const [member, ...others] = staticMembers.items;
        if (known(type) !== 'READER' || member === undefined || others.length > 0) continue;
        if (known(member)?.toLowerCase() !== promoted) continue;
        const message = `${next.promoted.id} is the only member of ${known(id) ?? 'this endpoint'}, and the reader that is promoted when the writer fails: then nobody answers. Add a second reader, or make the type ANY.`;
        report(member.path, message, { fixes: [setValue(type.path, 'ANY')] });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'A member of a READER endpoint drops out when it becomes the writer.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-b] }
#                                                  ^^^^^^^^ AUR911
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
    - { id: reports, type: ANY, staticMembers: [orders-b] }
`,
};
