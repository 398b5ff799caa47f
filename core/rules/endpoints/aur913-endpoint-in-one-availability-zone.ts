import { type Cluster, clustersOf, type Design, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { endpointMembers } from './endpoint-members.ts';

type Endpoint = Cluster['endpoints']['items'][number];

export const rule: DesignRule = {
  id: 'AUR913',
  title: 'All members of a custom endpoint stand in one AZ',
  group: 'Endpoints',
  severity: 'warning',
  profile: 'production',
  facts: [limits.custom_endpoint_lists],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      for (const endpoint of cluster.endpoints.items) {
        const { id, staticMembers } = endpoint;
        if (staticMembers.items.length < 2) continue;
        const members = endpointMembers(design, cluster, endpoint) ?? [];
        const zones = members.map(({ availabilityZone }) => known(availabilityZone));
        const [zone] = zones;
        if (zone === undefined || zones.some((other) => other !== zone)) continue;
        const message = `All members of ${known(id) ?? 'this endpoint'} stand in ${zone}: when that AZ is down, nobody answers. Add a member in another AZ.`;
        report(staticMembers.path, message, { at: 'key', fixes: addMember(design, cluster, endpoint, zone) });
      }
    }
  },
};

/** Adds the first instance that stands in another AZ and that the type lets answer. */
function addMember(design: Design, cluster: Cluster, endpoint: Endpoint, zone: string): readonly DesignFix[] {
  const { type, staticMembers, excludedMembers } = endpoint;
  const open = { type, staticMembers: { ...staticMembers, items: [] }, excludedMembers };
  const elsewhere = (endpointMembers(design, cluster, open) ?? []).find((instance) => standsElsewhere(instance, zone));
  const id = elsewhere === undefined ? undefined : known(elsewhere.id);
  return id === undefined
    ? []
    : [{ title: `Add ${id} to staticMembers`, edits: [{ kind: 'insert', path: staticMembers.path, value: id }] }];
}

function standsElsewhere({ availabilityZone }: Instance, zone: string): boolean {
  const own = known(availabilityZone);
  return own !== undefined && own !== zone;
}

export const page: RulePage = {
  reason:
    'Several members in one AZ share its fate. An endpoint of a single member names one instance on purpose and is left alone.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 1 }
    - { id: orders-d, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 2 }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-c, orders-d] }
#                                  ^^^^^^^^^^^^^ AUR913 us-east-1c
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 1 }
    - { id: orders-d, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 2 }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-c, orders-d, orders-b] }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
