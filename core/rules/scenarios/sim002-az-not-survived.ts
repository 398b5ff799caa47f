import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { isMultiMaster, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { proofOf } from '../../simulation/objectives/proof.ts';
import { unmetObjectives } from '../../simulation/objectives/unmet-objectives.ts';
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
    const writer = writerOf(design, primary);
    const other = isMultiMaster(design, primary) ? 'writer' : 'reader';
    const isStated = placementsOf(primary).some(
      ({ instance, chosenBy }) => instance === writer && chosenBy === 'design',
    );
    for (const unmet of unmetObjectives(design)) {
      const { objective, value, faults } = unmet;
      const [lost] = faults;
      if (objective !== 'survive' || lost?.kind !== 'az') continue;
      const zone = isStated ? lost.target : 'the AZ of the writer';
      const demanded = known(objectives.writerRecovery);
      const limit = demanded === undefined ? '' : `, and after ${formatDuration(demanded)} they have to be back`;
      const message = `Losing ${zone} leaves writes away until it returns: no ${other} stands outside it${limit}. Put a ${other} in another AZ.`;
      report(value.path, message, { fixes: addReader(primary, writer), proof: proofOf(design, unmet) });
    }
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
