import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { endpointMembers } from './endpoint-members.ts';

export const rule: DesignRule = {
  id: 'AUR905',
  title: 'No reader answers a READER endpoint',
  group: 'Endpoints',
  severity: 'warning',
  facts: [limits.custom_endpoint_type],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      if (cluster.autoScaling.presence !== 'absent') continue;
      for (const endpoint of cluster.endpoints.items) {
        const { id, type } = endpoint;
        if (known(type) !== 'READER' || endpointMembers(design, cluster, endpoint)?.length !== 0) continue;
        const message = `No reader is a member of ${known(id) ?? 'this endpoint'}, and the writer does not answer a READER endpoint. Add a reader to it, or make its type ANY.`;
        report(type.path, message, { fixes: [setValue(type.path, 'ANY')] });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'A READER endpoint answers with readers only; one without readers answers with nobody.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-a] }
#                          ^^^^^^ AUR905
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
    - { id: reports, type: READER, excludedMembers: [orders-a] }
`,
};
