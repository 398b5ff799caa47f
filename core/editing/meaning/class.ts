import { known } from '../../design/node.ts';
import { isInside } from '../../design/path.ts';
import { writerOf } from '../../design/promotion.ts';
import { compareInstanceClassSize, instanceClassByName, isOnSale } from '../../facts/instance-classes.ts';
import type { Meaning } from './place.ts';

/** Whether a class is on sale in the Region of its cluster, and how it compares with the writer's. */
export const classMeaning: Meaning = ({ design, cluster, path, written }) => {
  const found = instanceClassByName(written);
  const engine = known(design.engine);
  const region = known(cluster.region);
  if (found === undefined || engine === undefined || region === undefined) return undefined;
  const offered = isOnSale(found, engine, region) ? `On sale in ${region}.` : `Not on sale in ${region}.`;
  const writer = writerOf(design, cluster);
  const writerClass = writer && known(writer.class);
  if (writer === undefined || writerClass === undefined || isInside(path, writer.path)) return offered;
  const order = compareInstanceClassSize(writerClass, written);
  if (order === 0) return writerClass === written ? `${offered} Like the writer.` : offered;
  return `${offered} ${order < 0 ? 'Smaller' : 'Larger'} than the writer (${writerClass}).`;
};
