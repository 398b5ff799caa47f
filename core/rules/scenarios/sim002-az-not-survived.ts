import { addsReaders } from '../../design/auto-scaling.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

export const rule: DesignRule = {
  id: 'SIM002',
  title: 'The design does not survive the loss of an AZ that it has to survive',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.promotion_rule, resilience.az_plus_one, limits.multi_az_needs_reader_in_other_az],
  check: (design, report) => {
    const { primary, objectives } = design;
    const demand = objectives.survive.items.find((item) => ['az', 'az+1'].includes(known(item) ?? ''));
    const writer = writerOf(design, primary);
    if (demand === undefined || writer === undefined || addsReaders(primary)) return;
    const others = primary.instances.items.filter((instance) => instance !== writer);
    const zone = known(writer.availabilityZone);
    const standsBesideWriter = others.every(
      ({ availabilityZone }) => zone !== undefined && known(availabilityZone) === zone,
    );
    if (!standsBesideWriter) return;
    const message = `When ${zone ?? 'the AZ of the writer'} is down, no instance is left that can take writes, and nothing happens by itself. Put a reader in another AZ.`;
    report(demand.path, message, { fixes: others.length === 0 ? addReader(primary, writer) : [] });
  },
};

export const page: RulePage = {
  reason:
    'The volume lives on in the other two AZs, but only an instance can take over. After one more storage node is lost the data is kept and writes wait for the repair.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
objectives: { survive: [instance, az] }
#                                 ^^ SIM002 us-east-1a
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
objectives: { survive: [instance, az] }
`,
};
