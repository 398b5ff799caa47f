import { readBlueprint } from '../../design/readers/blueprint.ts';
import { type Choice, simulate } from '../../simulation/simulate.ts';
import type { Timeline } from '../../simulation/timeline.ts';
import { orders } from './blueprint-picture.ts';

const scenarios = `
scenarios:
  - name: lose an AZ, then one more storage node
    seed: 7
    duration: 30m
    events:
      - { at: 60s, fail: az, target: us-east-1c, for: 20m }
      - { at: 90s, fail: segment, target: pg-17/A }
      - { at: 2m, crash: writer }
    expect:
      writerRecovery: "< 60s"
      dataLoss: 0s
      promoted: orders-c
      never: [acked-commit-lost]
`;

const lastNode: Choice = { scenario: 'lose an AZ, then one more storage node' };

/** A run of the orders design, unless something else is chosen: an AZ goes dark at 1:00, one more segment fails at 1:30, the writer crashes at 2:00. */
export function ordersRun(choice = lastNode): Timeline {
  const design = readBlueprint(orders + scenarios).documents[0]?.design;
  const played = design && simulate(design, choice);
  if (played === undefined || 'problem' in played) throw new Error('the scenario cannot be played');
  return played.timeline;
}
