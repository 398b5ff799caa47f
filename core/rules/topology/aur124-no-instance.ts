import { instanceShape } from '../../design/format/instance.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR124',
  title: 'The primary has no instance',
  group: 'Topology',
  severity: 'warning',
  formats: ['blueprint'],
  facts: [limits.cluster_endpoints_need_instance],
  check: ({ name, primary }, report) => {
    const { instances } = primary;
    if (primary.presence !== 'known' || instances.presence === 'unknown' || instances.items.length > 0) return;
    const message =
      'The primary has no instance: its endpoints stay in status Creating and nobody can connect. Add an instance, the writer.';
    const value = {
      id: `${known(name) ?? 'aurora'}-1`,
      class: instanceShape.properties.class.documentation.example ?? '',
    };
    const fixes = [
      { title: `Add the instance ${value.id}`, edits: [{ kind: 'insert', path: instances.path, value } as const] },
    ];
    report(instances.path, message, { fixes });
  },
};

export const page: RulePage = {
  reason:
    'A cluster is storage and endpoints; only a DB instance answers. Secondaries may do without (headless), a primary may not.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
^^^^^^^ AUR124
  region: us-east-1
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-1, class: db.r7g.large }
`,
};
