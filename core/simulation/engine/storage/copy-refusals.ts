import { formatDuration } from '../../../design/format/duration.ts';
import { inShort } from '../../explanations/span.ts';
import { isReached } from '../../quorum.ts';
import type { CopyEvent, Row } from '../../run.ts';
import { isRegionDark } from '../regions/zones.ts';
import { clusterAt, presentInstances, type Simulation } from '../simulation.ts';
import { none } from '../state.ts';
import { copyNamed, copyStateOf } from './copy-rows.ts';
import { completeCopies, quorumModelOf, worstGroupOf } from './quorums.ts';
import { groupInWords } from './volume.ts';

/** Why a volume cannot be copied so now; undefined when it can. `behind` is how far the latest restorable time lies behind. */
export function refusalOfCopy(sim: Simulation, cluster: Row, event: CopyEvent, behind: number): string | undefined {
  const { region, name } = clusterAt(sim, cluster);
  if (isRegionDark(sim, cluster)) return `${region} is dark`;
  if (copyNamed(sim, event.name) !== undefined || event.name === name) return `the name ${event.name} is taken`;
  if (event.kind === 'restore-snapshot') return refusalOfSnapshot(sim, cluster, event.snapshot);
  const isDeleted = sim.state.run.deletedAt.get(0) !== none;
  if (event.kind === 'restore-to-time') {
    return isDeleted
      ? `${name} is deleted, and its automated backups with it; restore a snapshot`
      : refusalOfTime(sim, cluster, event.toTime, behind);
  }
  if (isDeleted) return `${name} is deleted`;
  if (event.kind === 'clone' && clusterAt(sim, cluster).isMultiMaster) return 'a multi-master cluster cannot be cloned';
  if (event.kind === 'clone' && presentInstances(sim, cluster).length === 0) {
    return `${name} has no instance, and a clone needs one`;
  }
  return refusalOfVolume(sim, cluster);
}

/** Where too few copies of a group are left, nobody can tell up to where the volume is complete. */
function refusalOfVolume(sim: Simulation, cluster: Row): string | undefined {
  const group = worstGroupOf(sim, cluster);
  const { read } = quorumModelOf(sim, cluster);
  if (isReached(read, completeCopies(sim, group))) return undefined;
  const { id, complete } = groupInWords(sim, group);
  return `${id} has ${complete} complete copies, and reading the volume takes ${read.needs}`;
}

function refusalOfSnapshot(sim: Simulation, cluster: Row, snapshot: string): string | undefined {
  const taken = copyNamed(sim, snapshot);
  if (taken === undefined) {
    const isOfDesign = clusterAt(sim, cluster).snapshots.includes(snapshot);
    return isOfDesign ? undefined : `there is no snapshot ${snapshot} at this moment`;
  }
  if (sim.state.branches.cluster.get(taken) !== cluster) return `${snapshot} is in another Region`;
  if (copyStateOf(sim, taken) === 'available') return undefined;
  const left = sim.state.branches.availableAt.get(taken) - sim.now;
  return left > 0
    ? `snapshot ${snapshot} is complete in ${inShort(left)}; restore it then`
    : `snapshot ${snapshot} is not complete`;
}

/** Source: Aurora guide, backups (the last minutes, and what is older than the retention, cannot be restored). */
function refusalOfTime(sim: Simulation, cluster: Row, toTime: number, behind: number): string | undefined {
  if (toTime > sim.now) return `${formatDuration(toTime)} lies ahead`;
  if (toTime > sim.now - behind) {
    return `backups reach up to ${formatDuration(behind)} ago; ask again at ${formatDuration(toTime + behind)}`;
  }
  const { backupRetention } = clusterAt(sim, cluster);
  const earliest = sim.now - backupRetention;
  if (toTime >= earliest) return undefined;
  return `backups are kept for ${formatDuration(backupRetention)}; give ${inShort(earliest)} or later`;
}
