import { type Cluster, clustersOf, type Design, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { placementsOf } from '../../design/placement.ts';
import { isWriter } from '../../design/promotion.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import type { OfferedValue } from './offered-value.ts';

/** The instances of clusters by id, each with its role, class and AZ. */
export function instancesOf(
  design: Design,
  clusters: readonly Cluster[] = clustersOf(design),
): readonly OfferedValue[] {
  return clusters.flatMap((cluster) =>
    placementsOf(cluster).flatMap(({ instance, availabilityZone }) => {
      const value = known(instance.id);
      return value === undefined
        ? []
        : [{ value, detail: describeInstance(design, cluster, instance, availabilityZone) }];
    }),
  );
}

/** Whom an event or an expectation of a scenario can name: words that stand for somebody among them. */
export function instancesForScenario(design: Design, path: Path): readonly OfferedValue[] {
  const key = path.at(-1);
  const all = instancesOf(design);
  if (key === 'crash' || key === 'restart') return [{ value: 'writer', detail: 'whoever writes then' }, ...all];
  return key === 'promoted' || key === 'writer' ? [...all, { value: 'nobody', detail: 'no instance' }] : all;
}

/** The Serverless v2 instances of a design, whose capacity can be expected. */
export function serverlessInstancesOf(design: Design): readonly OfferedValue[] {
  const isServerless = (id: string) =>
    clustersOf(design).some(({ instances }) =>
      instances.items.some((instance) => known(instance.id) === id && known(instance.class) === serverlessClass),
    );
  return instancesOf(design).filter(({ value }) => isServerless(value));
}

function describeInstance(design: Design, cluster: Cluster, instance: Instance, zone: string): string {
  const role = isWriter(design, cluster, instance) ? 'writer' : 'reader';
  return [role, known(instance.class), zone].filter((part) => part !== undefined).join(', ');
}
