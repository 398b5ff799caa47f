import { at, type Row } from '../../run.ts';
import type { BranchMoment, ClusterMoment, CopyKind, EndpointMoment } from '../../timeline.ts';
import { isRegionDark } from '../regions/zones.ts';
import { clusterAt, type Simulation } from '../simulation.ts';
import { copyAt, copyStateOf } from './copy-rows.ts';
import { type StoredBytes, storedBytesOf } from './stored-pages.ts';

/** How a copy was made. */
export function kindOfCopy(sim: Simulation, copy: Row): CopyKind {
  const { kind } = copyAt(sim, copy);
  if (kind === 'snapshot') return kind;
  if (kind !== 'clone') return 'restore';
  return sim.state.branches.sharesPages.get(copy) === 1 ? kind : 'full-copy';
}

/** What branches off the volume of a cluster; nothing when nothing does. */
export function branchesOf(sim: Simulation, cluster: Row): Pick<ClusterMoment, 'branches'> {
  if (sim.state.run.copiesMade.get(0) === 0) return {};
  const stored = storedBytesOf(sim, cluster);
  if (stored.size === 0) return {};
  return { branches: [...stored].map(([copy, bytes]) => branchMoment(sim, cluster, copy, bytes)) };
}

function branchMoment(sim: Simulation, cluster: Row, copy: Row, stored: StoredBytes): BranchMoment {
  const { branches } = sim.state;
  const { name, class: index } = copyAt(sim, copy);
  const kind = kindOfCopy(sim, copy);
  const isAvailable = copyStateOf(sim, copy) === 'available';
  return {
    name,
    kind,
    state: isAvailable ? 'available' : 'creating',
    since: (isAvailable ? branches.availableAt : branches.since).get(copy),
    bytes: branches.bytes.get(copy),
    ownBytes: stored.own,
    keptBytes: stored.kept,
    sharedBytes: stored.shared,
    billedBytes: stored.billed,
    ...(kind !== 'snapshot' && { endpoint: endpointOf(sim, cluster, copy) }),
    ...(index !== undefined && { class: at(sim.run.classes, index) }),
  };
}

function endpointOf(sim: Simulation, cluster: Row, copy: Row): EndpointMoment {
  const { name, class: index } = copyAt(sim, copy);
  const { region } = clusterAt(sim, cluster);
  if (isRegionDark(sim, cluster)) return { name, answers: [], reason: `${region} is dark` };
  if (sim.state.branches.answers.get(copy) === 1) return { name, answers: [`${name}-1`] };
  return { name, answers: [], reason: index === undefined ? 'it has no instance' : 'its instance is not there yet' };
}
