import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import type { EditValue } from '../../design/edit.ts';
import { known } from '../../design/node.ts';
import { readersOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { endpointMembers } from './endpoint-members.ts';

type Endpoint = Cluster['endpoints']['items'][number];

export const rule: DesignRule = {
  id: 'AUR904',
  title: 'Readers that auto scaling adds never join the endpoint',
  group: 'Endpoints',
  severity: 'info',
  facts: [limits.custom_endpoint_lists],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      if (cluster.autoScaling.presence !== 'known') continue;
      for (const endpoint of cluster.endpoints.items) {
        const { id, staticMembers, excludedMembers } = endpoint;
        if (staticMembers.items.length === 0 || excludedMembers.presence !== 'absent') continue;
        if (!leadsToReader(design, cluster, endpoint)) continue;
        const message = `${known(id) ?? 'This endpoint'} has a static list, so that readers which auto scaling adds never join it. To take load off its members, list in excludedMembers who stays out.`;
        report(staticMembers.path, message, { at: 'key', fixes: excludeOthers(design, cluster, endpoint) });
      }
    }
  },
};

function leadsToReader(design: Design, cluster: Cluster, endpoint: Endpoint): boolean {
  const readers = readersOf(design, cluster);
  return endpointMembers(design, cluster, endpoint)?.some((member) => readers.includes(member)) ?? false;
}

/** Turns the list round: all instances that are no members today stay out. */
function excludeOthers(design: Design, cluster: Cluster, endpoint: Endpoint): readonly DesignFix[] {
  const { staticMembers } = endpoint;
  const members = endpointMembers(design, cluster, endpoint) ?? [];
  const others = cluster.instances.items.filter((instance) => !members.includes(instance));
  const value: readonly EditValue[] = others.flatMap(({ id }) => known(id) ?? []);
  if (value.length < others.length) return [];
  if (value.length === 0) {
    return [{ title: 'Remove staticMembers', edits: [{ kind: 'remove', path: staticMembers.path }] }];
  }
  const edits = [
    { kind: 'set', path: staticMembers.path, value },
    { kind: 'rename', path: staticMembers.path, key: 'excludedMembers' },
  ] as const;
  return [{ title: `Exclude ${value.join(', ')} instead`, edits }];
}

export const page: RulePage = {
  reason:
    'With a static list the members of an endpoint are fixed. With an exclusion list every reader that is added later joins.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 1, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
  endpoints:
    - { id: reports, type: ANY, staticMembers: [orders-b] }
#                               ^^^^^^^^^^^^^ AUR904 reports
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 1, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
  endpoints:
    - { id: reports, type: ANY, excludedMembers: [orders-a] }
`,
};
