import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known, type List, type Value } from '../../design/node.ts';
import { readersOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR905',
  title: 'No reader answers a READER endpoint',
  group: 'Endpoints',
  severity: 'warning',
  facts: [limits.custom_endpoint_type],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const readers = readerIds(design, cluster);
      if (readers === undefined) continue;
      for (const { id, type, staticMembers, excludedMembers } of cluster.endpoints.items) {
        const [only, excluded] = [memberIds(staticMembers), memberIds(excludedMembers)];
        if (known(type) !== 'READER' || only === undefined || excluded === undefined) continue;
        const members = readers.filter(
          (reader) => (only.length === 0 || only.includes(reader)) && !excluded.includes(reader),
        );
        if (members.length > 0) continue;
        const message = `No reader is a member of ${known(id) ?? 'this endpoint'}, and the writer does not answer a READER endpoint. Add a reader to it, or make its type ANY.`;
        report(type.path, message, { fixes: [setValue(type.path, 'ANY')] });
      }
    }
  },
};

/** Identifiers of the readers in lower case, or undefined when they are not all known or auto scaling adds more. */
function readerIds(design: Design, cluster: Cluster): readonly string[] | undefined {
  if (cluster.instances.presence === 'unknown' || cluster.autoScaling.presence !== 'absent') return undefined;
  return allKnown(readersOf(design, cluster).map(({ id }) => id));
}

function memberIds(list: List<Value<string>>): readonly string[] | undefined {
  return list.presence === 'unknown' ? undefined : allKnown(list.items);
}

function allKnown(nodes: readonly Value<string>[]): readonly string[] | undefined {
  const values = nodes.flatMap((node) => known(node)?.toLowerCase() ?? []);
  return values.length === nodes.length ? values : undefined;
}

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
