import type { Design } from '../../design/design.ts';
import type { AssumptionFigures } from '../assumptions.ts';
import { readLoad } from '../read-load.ts';
import type { Run } from '../run.ts';
import { isProblem, type PlainScenario, type Problem } from '../scenario.ts';
import { addedReadersOf } from './added-readers.ts';
import { addedRegionsOf } from './added-regions.ts';
import { compileClusters, groupCountOf } from './clusters.ts';
import { compileEvents } from './events.ts';
import { withFailingGroups } from './failing-groups.ts';
import { compileFigures, describeFigures } from './figures.ts';
import { classesOf } from './modify.ts';
import { refusalOfMultiMaster } from './multi-master.ts';
import { compilePrices } from './prices.ts';
import { parseGroup, parseSegment } from './targets.ts';

/** More than any design that AWS accepts: 11 clusters of at most 16 instances. */
const mostInstances = 256;
const mostEvents = 500;
const longestRun = 365 * 86_400_000;

/** Turns a design and a scenario into rows for the engine, or says what stands in the way. */
export function compileRun(design: Design, scenario: PlainScenario): Run | Problem {
  const refusal = refusalOf(design, scenario);
  if (refusal !== undefined) return { problem: refusal };
  const figures = compileFigures(scenario);
  if (isProblem(figures)) return figures;
  const prices = compilePrices(scenario);
  if (isProblem(prices)) return prices;
  const groupCount = groupCountOf(design.primary);
  const regions = addedRegionsOf(design, scenario);
  const added = addedReadersOf(design, scenario, regions);
  const named = namedGroupsOf(scenario, figures, groupCount);
  const { defaults, ...designed } = compileClusters(design, named, added, regions);
  const clusters = withFailingGroups(designed.clusters, figures, scenario.duration);
  if (isProblem(clusters)) return clusters;
  const rows = { ...designed, clusters, classes: classesOf(designed.instances, scenario) };
  const events = compileEvents(design, rows, groupCount, scenario, added);
  if (isProblem(events)) return events;
  const inOrder = events.toSorted((one, other) => one.at - other.at);
  return {
    ...rows,
    scenario: scenario.name,
    seed: scenario.seed,
    duration: scenario.duration,
    prices: prices.amounts,
    load: readLoad(design.workload),
    events: inOrder,
    drops: inOrder.flatMap(({ kind }, row) => (kind === 'drop-data' ? [row] : [])),
    figures,
    assumptions: [...describeFigures(figures), ...defaults],
    expectations: scenario.expectations,
  };
}

function refusalOf(design: Design, { events, duration, seed }: PlainScenario): string | undefined {
  const { primary, secondaries } = design;
  if (primary.instances.items.length === 0) {
    return 'The primary has no instances; add one under primary.instances, then play a failure.';
  }
  const instances = [primary, ...secondaries.items].reduce((sum, cluster) => sum + cluster.instances.items.length, 0);
  if (instances > mostInstances)
    return `The design has ${instances} instances; at most ${mostInstances} can be played.`;
  if (secondaries.items.length > mostInstances) return 'The design has too many secondaries to be played.';
  if (events.length > mostEvents)
    return `The scenario has ${events.length} events; at most ${mostEvents} can be played.`;
  if (duration > longestRun) return 'The run is too long; give a duration of at most 365d.';
  if (!Number.isSafeInteger(seed)) return 'The seed is no whole number; give one such as 7.';
  return refusalOfMultiMaster(design);
}

/**
 * Indices of the protection groups that a scenario names, in order; those outside the volume are found out later. An
 * expectation names one only where groups fail by themselves: elsewhere it is like all the others.
 */
function namedGroupsOf(
  { events, expectations }: PlainScenario,
  { segmentMttf }: AssumptionFigures,
  groupCount: number,
): readonly number[] {
  const failing = events.flatMap((event) => {
    const isOfSegment = 'corrupt' in event || ('fail' in event && event.fail === 'segment');
    return (isOfSegment ? parseSegment(event.target)?.group : undefined) ?? [];
  });
  const asked = expectations.flatMap(({ name, of = '' }) => (name === 'quorum' ? (parseGroup(of) ?? []) : []));
  const groups = segmentMttf.min === Number.POSITIVE_INFINITY ? failing : [...failing, ...asked];
  return [...new Set(groups.filter((group) => group < groupCount))].toSorted((one, other) => one - other);
}
