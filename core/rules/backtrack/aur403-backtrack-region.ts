import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { regionByCode, regionsAsOf, regionsFact } from '../../facts/regions.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR403',
  title: 'The Region is not listed for backtrack',
  group: 'Backtrack',
  severity: 'warning',
  facts: [limits.backtrack_regions, regionsFact],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const { backtrackWindow, region } of clustersOf(design)) {
      const place = regionByCode(known(region) ?? '');
      if ((known(backtrackWindow) ?? 0) <= 0 || place === undefined || place.backtrack) continue;
      const message = `${place.code} was not among the Regions with backtrack as of ${regionsAsOf}. Remove backtrackWindow, or choose another Region.`;
      report(backtrackWindow.path, message, { at: 'key', fixes: [remove(backtrackWindow.path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'AWS offers backtrack in about half of the Regions of Aurora MySQL. Elsewhere the cluster is refused.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: eu-north-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backtrackWindow: 86400
# ^^^^^^^^^^^^^^^ AUR403 eu-north-1
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: eu-west-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backtrackWindow: 86400
`,
};
