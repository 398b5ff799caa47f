import { type Cluster, clustersOf } from '../../design/design.ts';
import { allKnown, known } from '../../design/node.ts';
import { memberReferences } from '../../design/references.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import { storedIdentifier } from '../identity/identifier.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestName } from '../suggestion.ts';

export const rule: DesignRule = {
  id: 'AUR903',
  title: 'A custom endpoint has both kinds of member lists, or a member that is no instance',
  group: 'Endpoints',
  severity: 'error',
  facts: [limits.custom_endpoint_lists, limits.as_new_replica],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      for (const { staticMembers, excludedMembers } of cluster.endpoints.items) {
        if (staticMembers.items.length === 0 || excludedMembers.items.length === 0) continue;
        const message = 'An endpoint has staticMembers or excludedMembers, not both. Remove one of the lists.';
        const fixes = [remove(excludedMembers.path), remove(staticMembers.path)];
        report(excludedMembers.path, message, { at: 'key', fixes });
      }
      const ids = instanceIds(cluster);
      if (ids === undefined) continue;
      for (const member of memberReferences(cluster)) {
        const id = known(member);
        if (id === undefined || isMember(id, ids)) continue;
        const { advice, fixes } = suggestName(member.path, id, ids, `It has ${ids.join(', ') || 'none at all'}.`);
        report(member.path, `This cluster has no instance ${id}. ${advice}`, { severityInTemplates: 'warning', fixes });
      }
    }
  },
};

/** The identifiers of all instances, or undefined when one of them is not known. */
function instanceIds({ instances }: Cluster): readonly string[] | undefined {
  return instances.presence === 'unknown' ? undefined : allKnown(instances.items.map(({ id }) => id));
}

/** Identifiers are compared without case; readers that auto scaling adds are declared nowhere. */
function isMember(id: string, ids: readonly string[]): boolean {
  return (
    id.startsWith(limits.as_new_replica.value.id_prefix) ||
    ids.some((other) => storedIdentifier(other) === storedIdentifier(id))
  );
}

export const page: RulePage = {
  reason: 'RDS refuses both lists together, and an instance that the cluster does not have.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [order-b] }
#                                    ^^^^^^^ AUR903 orders-b
    - { id: batch, staticMembers: [orders-a], excludedMembers: [orders-b] }
#                                             ^^^^^^^^^^^^^^^ AUR903 not both
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
    - { id: reports, staticMembers: [orders-b] }
    - { id: batch, staticMembers: [orders-a] }
`,
};
