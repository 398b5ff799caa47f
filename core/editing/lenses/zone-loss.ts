import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { inShort } from '../../simulation/explanations/span.ts';
import { scenarioOfZone } from '../../simulation/faults.ts';
import { simulate } from '../../simulation/simulate.ts';
import type { Timeline } from '../../simulation/timeline.ts';

/**
 * What the loss of an AZ does to a cluster, in about five words: `orders-b promoted, reads stay`. It is played, as the
 * panel plays it. Undefined where it cannot be.
 */
export function lossOfZone(design: Design, cluster: Cluster, zone: string): string | undefined {
  const played = simulate(design, { scenario: scenarioOfZone(design, zone) });
  if ('problem' in played) return undefined;
  const { timeline } = played;
  const reads = effectOn('reads', timeline, design, cluster);
  if (isReadOnly(design, cluster)) return reads;
  const { promoted } = timeline.verdict;
  if (promoted !== 'nobody') return `${promoted} promoted, ${reads}`;
  const writes = effectOn('writes', timeline, design, cluster);
  return writes.endsWith(' stay') && reads.endsWith(' stay') ? 'nothing stops' : `${writes}, ${reads}`;
}

/** A secondary of the global database has no writer of its own. */
function isReadOnly(design: Design, cluster: Cluster): boolean {
  const secondary = design.secondaries.items.find((candidate) => candidate === cluster);
  return secondary !== undefined && known(secondary.replication) !== 'binlog';
}

/** Whether reads or writes of a cluster go on, and for how long those of the primary do not. */
function effectOn(what: 'reads' | 'writes', timeline: Timeline, design: Design, cluster: Cluster): string {
  const { readsUnavailableSeconds, writesUnavailableSeconds } = timeline.verdict;
  if (cluster === design.primary) {
    const seconds = what === 'reads' ? readsUnavailableSeconds : writesUnavailableSeconds;
    return seconds === 0 ? `${what} stay` : `${what} away ${inShort(seconds * 1000)}`;
  }
  const index = clustersOf(design).indexOf(cluster);
  return timeline.moments.every(({ clusters }) => clusters[index]?.[what] === 'up') ? `${what} stay` : `${what} away`;
}
