import type { Cluster, Design } from '../../design/design.ts';
import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import { copiesIn, type ScenarioCopy } from '../../design/scenario-copies.ts';
import { protectionGroupsOf, volumeBytesOf } from '../../design/volume.ts';
import { segmentLetters } from '../../simulation/quorum.ts';
import { zonesOf } from './availability-zones.ts';
import { instancesOf } from './instances.ts';
import type { OfferedValue } from './offered-value.ts';
import { regionsOf, regionsToChoose } from './regions.ts';

/** What the event at `path` can hit, by what it does. */
export function faultTargets(design: Design, path: Path): readonly OfferedValue[] {
  const [, scenario, , event] = path;
  const node = design.scenarios.items[Number(scenario)]?.events.items[Number(event)];
  if (node === undefined) return [];
  if (path.includes('partition') || known(node.add) === 'reader')
    return [...zonesOf(design), ...regionsOf(design), ...regionsAddedBefore(design, path)];
  if (known(node.add) === 'region') return regionsToChoose(design, path);
  if (node.load.presence !== 'absent') return clustersToLoad(design, path);
  const kind = known(node.fail) ?? known(node.failover) ?? known(node.switchover) ?? known(node.corrupt);
  switch (kind) {
    case 'instance':
      return instancesOf(design);
    case 'cluster':
      return instancesOf(design, [design.primary]).filter(({ detail }) => !detail?.startsWith('writer'));
    case 'az':
      return zonesOf(design);
    case 'region':
      return [
        ...(node.fail.presence === 'absent' ? regionsOf(design).slice(1) : regionsOf(design)),
        ...regionsAddedBefore(design, path),
      ];
    case 'segment':
      return segmentsOf(design.primary);
    default:
      return [];
  }
}

/** The Regions that events of the scenario at `path` add before the event there. */
function regionsAddedBefore(design: Design, [, scenario, , event]: Path): readonly OfferedValue[] {
  const events = design.scenarios.items[Number(scenario)]?.events.items ?? [];
  const own = events[Number(event)];
  const now = own === undefined ? undefined : known(own.at);
  return events.flatMap(({ add, target, at }) => {
    const [region, since] = [known(target), known(at)];
    const isThere = since === undefined || now === undefined || since < now;
    if (known(add) !== 'region' || region === undefined || !isThere) return [];
    return [{ value: region, detail: since === undefined ? 'added' : `added at ${formatDuration(since)}` }];
  });
}

/** Clones and restored clusters of the scenario at `path`, which take a load of their own. */
function clustersToLoad(design: Design, path: Path): readonly OfferedValue[] {
  return copiesAt(design, path).flatMap(({ name, isSnapshot, event }) =>
    isSnapshot ? [] : [{ value: name, detail: event.clone.presence === 'absent' ? 'restored cluster' : 'clone' }],
  );
}

/** Snapshots that can be restored: those that the scenario at `path` takes, and those of the design. */
export function snapshotsToRestore(design: Design, path: Path): readonly OfferedValue[] {
  const taken = copiesAt(design, path).flatMap(({ name, isSnapshot, event }) => {
    const at = known(event.at);
    return isSnapshot
      ? [{ value: name, detail: at === undefined ? 'taken in the run' : `taken at ${formatDuration(at)}` }]
      : [];
  });
  const ofDesign = design.primary.snapshots.items.flatMap(({ id }) => known(id) ?? []);
  return [...taken, ...ofDesign.map((value) => ({ value, detail: 'taken before the run' }))];
}

function copiesAt(design: Design, [, index]: Path): readonly ScenarioCopy[] {
  const scenario = design.scenarios.items[Number(index)];
  return scenario === undefined ? [] : copiesIn(scenario);
}

/** The first and the last protection group of the primary's volume. */
export function protectionGroupsToChoose({ primary }: Design): readonly OfferedValue[] {
  return groupsOf(primary).map((group) => ({ value: `pg-${group}`, detail: group === 0 ? 'the first' : 'the last' }));
}

function groupsOf(cluster: Cluster): readonly number[] {
  const bytes = volumeBytesOf(cluster);
  const last = bytes === undefined ? 0 : protectionGroupsOf(bytes) - 1;
  return [...new Set([0, last])];
}

/** The six segments of the first and of the last protection group, each with its AZ. */
function segmentsOf(cluster: Cluster): readonly OfferedValue[] {
  const zones = volumeZonesOf(cluster);
  return groupsOf(cluster).flatMap((group) =>
    segmentLetters.map((letter, index) => ({
      value: `pg-${group}/${letter}`,
      detail: zones[index % zones.length]?.name ?? '',
    })),
  );
}
