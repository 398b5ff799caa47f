import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max } = limits.port;

export const rule: DesignRule = {
  id: 'AUR1002',
  title: 'The port is not between 1150 and 65535',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.port],
  check: (design, report) => {
    for (const { port } of clustersOf(design)) {
      const written = known(port);
      if (written === undefined || (written >= min && written <= max)) continue;
      const usual = limits.port.default[known(design.engine) ?? 'aurora-postgresql'];
      const message = `port is ${written}; Aurora listens on ${min} to ${max}. Usual is ${usual}.`;
      const fixes = design.engine.presence === 'known' ? [setValue(port.path, usual)] : [];
      report(port.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses ports below 1150.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  port: 543
#       ^^^ AUR1002 5432
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  port: 5432
`,
};
