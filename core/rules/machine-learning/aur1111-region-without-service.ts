import type { Design, MachineLearning } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import * as ml from '../../facts/generated/ml.ts';
import { regionsAsOf, regionsFact } from '../../facts/regions.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { missingIn } from './region-support.ts';

export const rule: DesignRule = {
  id: 'AUR1111',
  title: 'The Region does not have the service, or no Aurora machine learning',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [regionsFact, ml.regions_without],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const learning of design.machineLearning.items) {
      const service = known(learning.service);
      if (service === undefined) continue;
      for (const { region, path } of statedRegions(design, learning)) {
        const reason = missingIn(engine, service, region);
        if (reason !== undefined) report(path, `${reason} (as of ${regionsAsOf}). Choose another Region or service.`);
      }
    }
  },
};

/** The Regions of a role, each with the place where it is stated; the primary's stands at the service. */
function statedRegions({ primary }: Design, { regions, service }: MachineLearning) {
  const nodes = regions.presence === 'absent' ? [primary.region] : regions.items;
  return nodes.map((node) => {
    const path: Path = regions.presence === 'absent' ? service.path : node.path;
    return { region: known(node) ?? '', path };
  });
}

export const page: RulePage = {
  reason:
    'A call goes to the service in the Region of the cluster. Several Regions list Aurora machine learning and have no Amazon Comprehend.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: eu-north-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
#              ^^^^^^^^^^ AUR1111 eu-north-1
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: eu-central-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
`,
};
