import { clustersOf } from '../../design/design.ts';
import { globalMembers } from '../../design/global-database.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { identifierRule, refusedIdentifier, soundIdentifier } from './identifier.ts';

export const rule: DesignRule = {
  id: 'AUR006',
  title: 'The name is not one that RDS accepts for a global database',
  group: 'Identity',
  severity: 'error',
  facts: [limits.global_identifier],
  check: (design, report) => {
    if (globalMembers(design).length === 0) return;
    // Where the name serves a cluster too, AUR001 says it.
    if (clustersOf(design).some(({ clusterIdentifier }) => clusterIdentifier.presence === 'absent')) return;
    const refused = refusedIdentifier(design.name);
    if (refused === undefined) return;
    const { identifier, fault } = refused;
    const sound = soundIdentifier(identifier);
    const message = `The name "${identifier}" becomes the GlobalClusterIdentifier, and it ${fault}. ${identifierRule}`;
    report(design.name.path, message, { fixes: sound === undefined ? [] : [setValue(design.name.path, sound)] });
  },
};

export const page: RulePage = {
  reason: 'A global database is named like a cluster, and RDS refuses any other name.',
  bad: `aurora: 1
name: orders_global
#     ^^^^^^^^^^^^^ AUR006 "_"
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders-us
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders-global
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders-us
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
