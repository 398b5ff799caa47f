import { globalSecondaries } from '../../design/global-database.ts';
import * as limits from '../../facts/generated/limits.ts';
import { regions } from '../../facts/regions.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.global_secondary_regions_max.value;

export const rule: DesignRule = {
  id: 'AUR601',
  title: 'The global database has more than 10 secondary Regions',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_secondary_regions_max],
  check: (design, report) => {
    const count = globalSecondaries(design).length;
    if (count <= most) return;
    const message = `The design has ${count} secondary Regions; a global database has at most ${most}. Remove ${count - most}.`;
    report(design.secondaries.path, message, { at: 'key' });
  },
};

const example = (count: number, marker = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
${marker}${regions
  .filter(({ code }) => code !== 'us-east-1')
  .slice(0, count)
  .map(({ code }) => `  - { region: ${code}, instances: [{ id: orders-${code}, class: db.r7g.large }] }\n`)
  .join('')}`;

export const page: RulePage = {
  reason: 'The storage of a global database feeds at most ten other Regions (the guide of 2023 still said five).',
  bad: /* @__PURE__ */ example(11, '^^^^^^^^^^^ AUR601 11 secondary Regions\n'),
  good: /* @__PURE__ */ example(10),
};
