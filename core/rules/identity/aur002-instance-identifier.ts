import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { instanceReferences } from '../../design/references.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { freeIdentifier, identifierFault, identifierRule, soundIdentifier } from './identifier.ts';

export const rule: DesignRule = {
  id: 'AUR002',
  title: 'The instance identifier is not one that RDS accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.instance_identifier],
  check: (design, report) => {
    for (const { id } of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      const identifier = known(id);
      const fault = identifier === undefined ? undefined : identifierFault(identifier);
      if (identifier === undefined || fault === undefined) continue;
      const message = `The instance identifier "${identifier}" ${fault}. ${identifierRule}`;
      report(id.path, message, { fixes: renameInstance(design, id.path, identifier) });
    }
  },
};

/** Renames an instance together with everything that names it. */
function renameInstance(design: Design, path: Path, identifier: string): readonly DesignFix[] {
  const sound = soundIdentifier(identifier);
  if (sound === undefined) return [];
  const taken = clustersOf(design).flatMap(({ instances }) => instances.items.flatMap(({ id }) => known(id) ?? []));
  const value = taken.includes(sound) ? freeIdentifier(sound, taken) : sound;
  const named = instanceReferences(design).filter((reference) => known(reference) === identifier);
  const paths = [path, ...named.map((reference) => reference.path)];
  return [{ title: `Rename to ${value}`, edits: paths.map((place) => ({ kind: 'set', path: place, value })) }];
}

export const page: RulePage = {
  reason: 'RDS reads the identifier before it creates anything and refuses one that breaks the rule.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders--a, class: db.r7g.large }
#           ^^^^^^^^^ AUR002 two hyphens
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [orders--a, orders-b] }
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
    - { id: reports, staticMembers: [orders-a, orders-b] }
`,
};
