import { clustersOf, type Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import { volumeZonesOf } from '../design/placement.ts';
import { isMultiMaster, writerOf } from '../design/promotion.ts';
import { assumptionTable } from './assumptions.ts';
import type { Fault } from './fault.ts';
import { scenarioOfFailure } from './objectives/failure-scenario.ts';
import { segmentLetters, zoneSlotOfSegment } from './quorum.ts';
import { defaultSeed, type PlainScenario, type ScenarioEvent } from './scenario.ts';

/** A fault with what happens when it is played. */
interface PlayableFault extends Fault {
  readonly events: readonly ScenarioEvent[];
}

/** Long enough to recreate a writer, and to see an AZ go, the quorum change, and the AZ come back. */
const duration = 900_000;
const firstAt = 10_000;
const zoneDarkFor = 600_000;

/**
 * The faults worth playing on a design: each instance, each AZ of the primary, an AZ and one more segment, three and four
 * segments of one group (no write quorum; no read quorum either), each Region.
 */
export function faultsOf(design: Design): readonly Fault[] {
  return playableFaults(design).map(({ id, kind, label }) => ({ id, kind, label }));
}

/** The scenario that plays a fault, or the failure that proves a finding; undefined when the design has no such fault. */
export function scenarioOfFault(design: Design, id: string): PlainScenario | undefined {
  const fault = playableFaults(design).find((candidate) => candidate.id === id);
  if (fault === undefined) return scenarioOfFailure(design, id);
  const { label, events } = fault;
  return { name: label, seed: defaultSeed, duration, events, assumptions: {}, expectations: [] };
}

/** The scenario in which an AZ of the primary or a secondary goes dark for a while; for one of the primary it is that of the fault. */
export function scenarioOfZone(design: Design, zone: string): PlainScenario {
  const events = [zoneGoesDark(zone)];
  const played = { name: `${zone} goes dark`, seed: defaultSeed, duration, events, assumptions: {}, expectations: [] };
  return scenarioOfFault(design, `az:${zone}`) ?? played;
}

function zoneGoesDark(target: string): ScenarioEvent {
  return { at: firstAt, fail: 'az', target, for: zoneDarkFor };
}

function playableFaults(design: Design): readonly PlayableFault[] {
  if (design.primary.instances.items.length === 0) return [];
  const faults = [...instanceFaults(design), ...zoneFaults(design), ...segmentFaults(), ...regionFaults(design)];
  return faults.filter(({ id }, index) => faults.findIndex((other) => other.id === id) === index);
}

function instanceFaults(design: Design): readonly PlayableFault[] {
  return clustersOf(design).flatMap((cluster) => {
    const writer = writerOf(design, cluster);
    return cluster.instances.items.flatMap((instance) => {
      const id = known(instance.id);
      if (id === undefined) return [];
      const role = isMultiMaster(design, cluster) ? 'a writer' : instance === writer ? 'the writer' : 'a reader';
      const label = `${id} crashes (${role})`;
      return [{ id: `instance:${id}`, kind: 'instance' as const, label, events: [{ at: firstAt, crash: id }] }];
    });
  });
}

function zoneFaults({ primary }: Design): readonly PlayableFault[] {
  return volumeZonesOf(primary).flatMap(({ name }, slot): readonly PlayableFault[] => {
    const dark = zoneGoesDark(name);
    const elsewhere = segmentLetters.find((_, segment) => zoneSlotOfSegment(segment) !== slot) ?? 'A';
    const more: ScenarioEvent = { at: firstAt + 30_000, fail: 'segment', target: `pg-0/${elsewhere}` };
    return [
      { id: `az:${name}`, kind: 'az', label: `${name} goes dark`, events: [dark] },
      {
        id: `az+1:${name}`,
        kind: 'az+1',
        label: `${name} goes dark, then one more segment fails`,
        events: [dark, more],
      },
    ];
  });
}

function segmentFaults(): readonly PlayableFault[] {
  const losses = [
    { count: 3, label: 'three segments of pg-0 fail (no write quorum)' },
    { count: 4, label: 'four segments of pg-0 fail (no read quorum either)' },
  ];
  return losses.map(({ count, label }) => ({
    id: `segments:${count}`,
    kind: 'segments',
    label,
    events: segmentLetters
      .slice(0, count)
      .map((letter) => ({ at: firstAt, fail: 'segment' as const, target: `pg-0/${letter}` })),
  }));
}

/** A Region that goes dark. When the design can fail over from the primary, somebody calls for it after a while. */
function regionFaults(design: Design): readonly PlayableFault[] {
  const other = design.secondaries.items.find(
    ({ replication, instances }) => known(replication) !== 'binlog' && instances.items.length > 0,
  );
  const target = other && known(other.region);
  return clustersOf(design).flatMap((cluster): readonly PlayableFault[] => {
    const region = known(cluster.region);
    if (region === undefined) return [];
    const dark: ScenarioEvent = { at: firstAt, fail: 'region', target: region };
    const base = { id: `region:${region}`, kind: 'region' as const };
    if (cluster !== design.primary || target === undefined || target === region) {
      return [{ ...base, label: `${region} goes dark`, events: [dark] }];
    }
    const failover = { at: firstAt + assumptionTable.operatorDelay.max, failover: 'region' as const, target };
    return [{ ...base, label: `${region} goes dark, failover to ${target} by hand`, events: [dark, failover] }];
  });
}
