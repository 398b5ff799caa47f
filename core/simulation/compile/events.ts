import type { Design } from '../../design/design.ts';
import { formatDuration } from '../../design/format/duration.ts';
import { formatSize } from '../../design/format/size.ts';
import { isRegionCode, regions } from '../../facts/regions.ts';
import { nearestName } from '../../text/nearest-name.ts';
import type { Row, RunEvent, RunRows } from '../run.ts';
import { isProblem, type PlainScenario, type Problem, type ScenarioEvent } from '../scenario.ts';
import type { AddedReader } from './added-readers.ts';
import { compileCopy, compileCopyLoad, compileRemoval, type NamedCopy, namedCopiesOf } from './copies.ts';
import { compileModify } from './modify.ts';
import { findSides } from './sides.ts';
import { findInstance, findRegion, findSegment, findZones } from './targets.ts';
import { backupsOf, inMaintenanceWindow, maintenanceFrom } from './windows.ts';

/** Looks the targets of a scenario's events up. One that is not in the design is a problem: nothing is left out in silence. */
export function compileEvents(
  design: Design,
  rows: RunRows,
  groupCount: number,
  scenario: PlainScenario,
  added: readonly AddedReader[],
): readonly RunEvent[] | Problem {
  const { events, duration, startsAt } = scenario;
  const compiled: RunEvent[] = [...backupsOf(design, scenario)];
  const copies = namedCopiesOf(events);
  for (const event of events) {
    const one =
      event.at > duration
        ? notSimulated(event, `it comes after the end of the run at ${formatDuration(duration)}`)
        : compileEvent(rows, groupCount, event, added, copies);
    if (isProblem(one)) return one;
    const waits = one.kind === 'patch' && 'patch' in event && !event.applyImmediately;
    const opening = () => maintenanceFrom(design, startsAt, event.at);
    compiled.push(...(waits ? inMaintenanceWindow(opening(), { at: event.at, duration }, one) : [one]));
  }
  return compiled;
}

function compileEvent(
  rows: RunRows,
  groupCount: number,
  event: ScenarioEvent,
  added: readonly AddedReader[],
  copies: readonly NamedCopy[],
): RunEvent | Problem {
  const { at } = event;
  if ('snapshot' in event || 'restore' in event || 'clone' in event) return compileCopy(rows, copies, event);
  if ('load' in event) {
    return event.target === undefined
      ? { at, kind: 'load', load: event.load }
      : compileCopyLoad(copies, event.target, event);
  }
  if ('patch' in event) return { at, kind: 'patch', zeroDowntime: event.zeroDowntime };
  if ('add' in event && event.add === 'region') return compileAddRegion(rows, event);
  if ('add' in event) return compileAdd(rows, event, added);
  if ('modify' in event) return compileModify(rows, event);
  if ('remove' in event) {
    const removal = compileRemoval(rows, copies, event);
    if (removal !== undefined) return removal;
    return withWriterOr(rows, event.remove, (instance) => ({ at, kind: 'remove-instance', instance }));
  }
  if ('fail' in event) return compileFail(rows, groupCount, event);
  if ('drop' in event) return { at, kind: 'drop-data', bytes: event.drop };
  if ('backtrack' in event) return { at, kind: 'backtrack', length: event.backtrack };
  if ('corrupt' in event) {
    const found = findSegment(rows, groupCount, event.target);
    return isProblem(found) ? found : { at, kind: 'corrupt-segment', ...found };
  }
  if ('partition' in event) {
    const sides = findSides(rows, event.partition);
    return isProblem(sides) ? sides : { at, kind: 'partition', ...sides, for: event.for };
  }
  if ('crash' in event) return withWriterOr(rows, event.crash, (instance) => ({ at, kind: 'crash', instance }));
  if ('restart' in event) return withWriterOr(rows, event.restart, (instance) => ({ at, kind: 'restart', instance }));
  if ('switchover' in event || event.failover === 'region') return compileMove(rows, event, 'switchover' in event);
  if (event.target === undefined) return { at, kind: 'failover-cluster', target: undefined };
  const target = findInstance(rows, event.target);
  return isProblem(target) ? target : { at, kind: 'failover-cluster', target: target.row };
}

function compileAdd(
  rows: RunRows,
  event: Extract<ScenarioEvent, { readonly add: 'reader' }>,
  added: readonly AddedReader[],
): RunEvent | Problem {
  const { at, target } = event;
  const reader = added.find((candidate) => candidate.event === event);
  if (reader === undefined)
    return { problem: `The design has no AZ and no Region ${target ?? ''} to add a reader in.` };
  const instance = findInstance(rows, reader.id);
  if (isProblem(instance)) return instance;
  const zone = rows.clusters[instance.cluster]?.zones.find((row) => rows.zones[row]?.name === target);
  return { at, kind: 'add-reader', instance: instance.row, zone };
}

function compileAddRegion(rows: RunRows, { at, target }: Extract<ScenarioEvent, { readonly add: 'region' }>) {
  const row = rows.clusters.findIndex(({ region }) => region === target);
  return row < 0 || !isRegionCode(target) ? noRegion(target) : ({ at, kind: 'add-region', target: row } as const);
}

function noRegion(target: string): Problem {
  const codes = regions.map(({ code }) => code);
  const meant = nearestName(target, codes);
  return {
    problem: `There is no Region ${target}; ${meant ? `did you mean ${meant}?` : 'give one such as eu-west-1.'}`,
  };
}

function compileFail(
  rows: RunRows,
  groupCount: number,
  event: Extract<ScenarioEvent, { readonly fail: string }>,
): RunEvent | Problem {
  const { at, fail, target } = event;
  const length = event.for;
  if (fail === 'instance') {
    return withWriterOr(rows, target, (instance) => ({ at, kind: 'fail-instance', instance, for: length }));
  }
  if (fail === 'segment') {
    const found = findSegment(rows, groupCount, target);
    return isProblem(found) ? found : { at, kind: 'fail-segment', ...found };
  }
  if (fail === 'az') {
    const zones = findZones(rows, target);
    return isProblem(zones) ? zones : { at, kind: 'fail-zone', zones, for: length };
  }
  const clusters = findRegion(rows, target);
  return isProblem(clusters) ? clusters : { at, kind: 'fail-region', clusters, for: length };
}

function withWriterOr(rows: RunRows, id: string, event: (instance: Row | undefined) => RunEvent): RunEvent | Problem {
  if (id === 'writer') return event(undefined);
  const instance = findInstance(rows, id);
  return isProblem(instance) ? instance : event(instance.row);
}

function compileMove(
  rows: RunRows,
  event: Extract<ScenarioEvent, { readonly failover: 'region' } | { readonly switchover: 'region' }>,
  planned: boolean,
): RunEvent | Problem {
  const clusters = findRegion(rows, event.target);
  if (isProblem(clusters)) return clusters;
  const [target] = clusters;
  if (target === undefined || rows.clusters[target]?.replication !== 'binlog') {
    return { at: event.at, kind: 'move-region', target: target ?? 0, planned };
  }
  if (planned) {
    return { problem: `${event.target} is fed by binlog, which has no switchover; write failover: region.` };
  }
  return { at: event.at, kind: 'promote-replica', target };
}

function notSimulated(event: ScenarioEvent, reason: string): RunEvent {
  return { at: event.at, kind: 'not-simulated', event: nameOf(event), reason };
}

function nameOf(event: ScenarioEvent): string {
  if ('snapshot' in event) return `snapshot: ${event.snapshot}`;
  if ('restore' in event) return 'restore';
  if ('clone' in event) return `clone: ${event.clone}`;
  if ('load' in event) return 'load';
  if ('patch' in event) return `patch: ${event.patch}`;
  if ('add' in event) return `add: ${event.add}`;
  if ('remove' in event) return `remove: ${event.remove}`;
  if ('modify' in event) return `modify: ${Object.keys(event.modify).join(', ')}`;
  if ('partition' in event) return 'partition';
  if ('backtrack' in event) return `backtrack: ${formatDuration(event.backtrack)}`;
  if ('drop' in event) return `drop: ${formatSize(event.drop)}`;
  if ('crash' in event) return `crash: ${event.crash}`;
  if ('restart' in event) return `restart: ${event.restart}`;
  if ('fail' in event) return `fail: ${event.fail}`;
  if ('corrupt' in event) return `corrupt: ${event.corrupt}`;
  return 'switchover' in event ? `switchover: ${event.switchover}` : `failover: ${event.failover}`;
}
