import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known, knownOr } from '../../design/node.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import { defaultSeed } from '../../simulation/scenario.ts';
import type { DesignLens, DesignLensKind } from './lens.ts';
import { summaryOf, zonesOf } from './summary.ts';

/** What stands above the clusters, the roles for machine learning and the scenarios of a design, of the kinds that are wanted. */
export function lensesOf(design: Design, isWanted: (kind: DesignLensKind) => boolean): readonly DesignLens[] {
  const lenses = [
    ...clustersOf(design).flatMap((cluster) => clusterLenses(design, cluster)),
    ...roleLenses(design),
    ...scenarioLenses(design),
  ];
  return lenses.filter(({ kind }) => isWanted(kind));
}

function clusterLenses(design: Design, cluster: Cluster): readonly DesignLens[] {
  const { path } = cluster;
  const title = summaryOf(design, cluster);
  if (title === undefined) return [];
  const panel: readonly DesignLens[] = [
    { kind: 'topology', path, title: 'Topology' },
    { kind: 'simulation', path, title: 'Simulate' },
  ];
  return [
    { kind: 'summary', path, title },
    ...(cluster === design.primary ? panel : []),
    ...zonesToLose(cluster).map((zone): DesignLens => {
      const lens = { kind: 'zoneLoss', path, zone } as const;
      return cluster === design.primary ? { ...lens, run: { fault: `az:${zone}` }, seed: defaultSeed } : lens;
    }),
  ];
}

/** The AZs of the volume; none where an instance leaves its own open, so that nobody knows what is lost with one. */
function zonesToLose(cluster: Cluster): readonly string[] {
  const zones = zonesOf(cluster);
  if (zones === undefined || zones.size === 0) return [];
  return volumeZonesOf(cluster).flatMap(({ name, origin }) => (origin === 'unknown' ? [] : [name]));
}

function roleLenses({ machineLearning }: Design): readonly DesignLens[] {
  return machineLearning.items.flatMap(({ service }): readonly DesignLens[] => {
    const name = known(service);
    return name === undefined ? [] : [{ kind: 'usedBy', path: service.path, service: name }];
  });
}

function scenarioLenses(design: Design): readonly DesignLens[] {
  if (design.primary.instances.items.length === 0) return [];
  return design.scenarios.items.flatMap(({ path, name, seed }): readonly DesignLens[] => {
    const scenario = known(name);
    if (scenario === undefined) return [];
    return [
      {
        kind: 'simulation',
        path,
        title: 'Simulate',
        run: { scenario },
        seed: knownOr(seed, defaultSeed) ?? defaultSeed,
      },
    ];
  });
}
