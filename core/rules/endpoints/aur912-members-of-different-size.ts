import { clustersOf, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { compareInstanceClassSize } from '../../facts/instance-classes.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { endpointMembers } from './endpoint-members.ts';

export const rule: DesignRule = {
  id: 'AUR912',
  title: 'The members of a custom endpoint differ in size',
  group: 'Endpoints',
  severity: 'info',
  facts: [limits.custom_endpoint_lists],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      for (const endpoint of cluster.endpoints.items) {
        const name = known(endpoint.id);
        const members = endpointMembers(design, cluster, endpoint) ?? [];
        const classes = [...new Set(members.flatMap((member) => known(member.class) ?? []))];
        const [largest = '', ...others] = classes.sort(compareInstanceClassSize);
        if (name === undefined || others.every((other) => compareInstanceClassSize(largest, other) === 0)) continue;
        const message = `${name} leads to ${classes.join(' and ')}, and connections are spread without regard to size: the smallest member is full first. Give all of them one class.`;
        report(endpoint.id.path, message, { fixes: [unify(members, largest)] });
      }
    }
  },
};

function unify(members: readonly Instance[], value: string): DesignFix {
  const smaller = members.filter((member) => compareInstanceClassSize(value, known(member.class)) < 0);
  return {
    title: `Set the class of all members to ${value}`,
    edits: smaller.map((member) => ({ kind: 'set', path: member.class.path, value })),
  };
}

export const page: RulePage = {
  reason: 'A custom endpoint spreads connections by number, not by what its members can carry.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge }
    - { id: orders-b, class: db.r7g.2xlarge, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-b, orders-c] }
#           ^^^^^^^ AUR912 db.r7g.2xlarge and db.r7g.large
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge }
    - { id: orders-b, class: db.r7g.2xlarge, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.2xlarge }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-b, orders-c] }
`,
};
