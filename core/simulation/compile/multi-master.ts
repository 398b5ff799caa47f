import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isMultiMaster } from '../../design/promotion.ts';
import { multi_master_max_instances_history } from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';

/**
 * Why a design cannot be played as a multi-master cluster, with what to do; undefined when it can, and for every other one.
 * Source: Aurora guide of 2023, limitations of multi-master clusters.
 */
export function refusalOfMultiMaster(design: Design): string | undefined {
  const { primary, secondaries } = design;
  if (!isMultiMaster(design, primary)) return undefined;
  const { value: most } = multi_master_max_instances_history;
  const { items } = primary.instances;
  if (items.length > most) {
    return `A multi-master cluster had at most ${most} instances, and this one has ${items.length}; remove some, or engineMode.`;
  }
  if (secondaries.items.length > 0) {
    return 'A multi-master cluster had one Region; remove the secondaries, or engineMode.';
  }
  if (items.some((instance) => known(instance.class) === serverlessClass)) {
    return `A multi-master cluster had no ${serverlessClass}; give its instances another class, or remove engineMode.`;
  }
  if (primary.autoScaling.presence !== 'absent') {
    return 'A multi-master cluster had no readers to scale; remove autoScaling, or engineMode.';
  }
  return undefined;
}
