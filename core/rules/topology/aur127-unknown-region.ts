import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { regionByCode, regions, regionsAsOf, regionsFact } from '../../facts/regions.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestName } from '../suggestion.ts';

const codes = regions.map(({ code }) => code);

export const rule: DesignRule = {
  id: 'AUR127',
  title: 'The Region is not in the catalogue',
  group: 'Topology',
  severity: 'warning',
  facts: [regionsFact],
  check: (design, report) => {
    for (const { region } of clustersOf(design)) {
      const code = known(region);
      if (code === undefined || regionByCode(code) !== undefined) continue;
      const { advice, fixes } = suggestName(region.path, code, codes, 'Write its code, such as us-east-1.');
      const message = `${code} is none of the ${regions.length} Regions that offered Aurora as of ${regionsAsOf}. ${advice}`;
      report(region.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'Most often the code is misspelt. New Regions appear, so that a name the catalogue does not have is no error.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: eu-wset-1
#         ^^^^^^^^^ AUR127 eu-west-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: eu-west-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
