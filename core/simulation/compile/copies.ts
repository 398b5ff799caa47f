import type { Cluster, Design } from '../../design/design.ts';
import { known, knownOr } from '../../design/node.ts';
import { backup_retention } from '../../facts/generated/limits.ts';
import { nearestName } from '../../text/nearest-name.ts';
import type { RunCluster, RunEvent, RunRows } from '../run.ts';
import type { PlainScenario, Problem, ScenarioEvent } from '../scenario.ts';

type Copying = Extract<
  ScenarioEvent,
  { readonly snapshot: string } | { readonly restore: object } | { readonly clone: string }
>;

/** A snapshot, a clone or a restored cluster that an event makes. */
export interface NamedCopy {
  readonly event: ScenarioEvent;
  readonly name: string;
  readonly isSnapshot: boolean;
}

/** What the events of a scenario make; restored clusters are `restore-1`, `restore-2` … in the order of the scenario. */
export function namedCopiesOf(events: PlainScenario['events']): readonly NamedCopy[] {
  let restores = 0;
  return events.flatMap((event): readonly NamedCopy[] => {
    if ('snapshot' in event) return [{ event, name: event.snapshot, isSnapshot: true }];
    if ('clone' in event) return [{ event, name: event.clone, isSnapshot: false }];
    return 'restore' in event ? [{ event, name: `restore-${++restores}`, isSnapshot: false }] : [];
  });
}

const day = 86_400_000;
const kibibyte = 1024;

/** What of a cluster decides how it can be copied, and deleted. */
export function copyableOf(
  { engine }: Design,
  cluster: Cluster,
): Pick<RunCluster, 'backupRetention' | 'deletionProtection' | 'pageBytes' | 'snapshots'> {
  return {
    backupRetention:
      (knownOr(cluster.backupRetentionPeriod, backup_retention.default) ?? backup_retention.default) * day,
    deletionProtection: known(cluster.deletionProtection) === true,
    pageBytes: (known(engine) === 'aurora-mysql' ? 16 : 8) * kibibyte,
    snapshots: cluster.snapshots.items.flatMap(({ id }) => known(id) ?? []),
  };
}

/** An event that copies the volume. A snapshot that nothing takes, and the design does not have, is a problem. */
export function compileCopy(rows: RunRows, copies: readonly NamedCopy[], event: Copying): RunEvent | Problem {
  const { at } = event;
  const name = copies.find((copy) => copy.event === event)?.name ?? '';
  if ('snapshot' in event) return { at, kind: 'snapshot', name, class: undefined };
  const className = event.class === undefined ? undefined : rows.classes.indexOf(event.class);
  const common = { at, name, class: className };
  if ('clone' in event) return { ...common, kind: 'clone' };
  const { restore } = event;
  if ('toTime' in restore) return { ...common, kind: 'restore-to-time', toTime: restore.toTime };
  const { snapshot } = restore;
  const names = [
    ...copies.flatMap((copy) => (copy.isSnapshot ? [copy.name] : [])),
    ...rows.clusters.flatMap(({ snapshots }) => snapshots),
  ];
  return names.includes(snapshot)
    ? { ...common, kind: 'restore-snapshot', snapshot }
    : { problem: unknownName('snapshot', snapshot, names) };
}

/** The load of a clone, or of a restored cluster. */
export function compileCopyLoad(
  copies: readonly NamedCopy[],
  name: string,
  { at, load }: Extract<ScenarioEvent, { readonly load: object }>,
): RunEvent | Problem {
  const names = copies.flatMap((copy) => (copy.isSnapshot ? [] : [copy.name]));
  if (!names.includes(name)) return { problem: unknownName('clone or restored cluster', name, names) };
  return { at, kind: 'load-copy', name, writesPerSecond: load.writesPerSecond ?? 0 };
}

/** The deletion of a copy, or of the primary cluster; undefined when an instance, or nobody, has that name. */
export function compileRemoval(
  { clusters, instances }: RunRows,
  copies: readonly NamedCopy[],
  { at, remove }: Extract<ScenarioEvent, { readonly remove: string }>,
): RunEvent | undefined {
  if (remove === 'writer' || instances.some(({ id }) => id === remove)) return undefined;
  if (copies.some(({ name }) => name === remove)) return { at, kind: 'remove-copy', name: remove };
  return clusters[0]?.name === remove ? { at, kind: 'remove-cluster' } : undefined;
}

function unknownName(what: string, name: string, names: readonly string[]): string {
  const meant = nearestName(name, names);
  if (meant !== undefined) return `There is no ${what} ${name}; did you mean ${meant}?`;
  return `There is no ${what} ${name}; ${names.length === 0 ? 'there is none' : `there are ${names.join(', ')}`}.`;
}
