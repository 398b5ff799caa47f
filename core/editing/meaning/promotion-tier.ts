import { known } from '../../design/node.ts';
import { isInside } from '../../design/path.ts';
import { choosePromotion, isMultiMaster, readerCandidatesOf, writerOf } from '../../design/promotion.ts';
import type { Meaning } from './place.ts';

/** Who is promoted before and after whom: `orders-b is promoted first; orders-c after it.` */
export const tierMeaning: Meaning = ({ design, cluster, path }) => {
  if (isMultiMaster(design, cluster)) return 'Every instance writes and nobody is promoted: the tier decides nothing.';
  const writer = writerOf(design, cluster);
  const order: string[] = [];
  let left = readerCandidatesOf(design, cluster) ?? [];
  for (let next = choosePromotion(left); next !== undefined; next = choosePromotion(left)) {
    const { promoted, reason } = next;
    const together = reason.kind === 'arbitrary' ? reason.among : [promoted];
    order.push(together.map(({ id }) => id).join(' or '));
    left = left.filter((other) => !together.includes(other));
  }
  const [first, ...others] = order;
  if (writer === undefined) return 'A secondary has no writer: the tier counts once its Region has become the primary.';
  const own = isInside(path, writer.path)
    ? `${known(writer.id) ?? 'This instance'} writes; its tier counts once another one does. `
    : '';
  if (first === undefined) return `${own}No reader can be promoted.`;
  return `${own}${first} is promoted first${others.length === 0 ? '' : `; after it ${others.join(', then ')}`}.`;
};
