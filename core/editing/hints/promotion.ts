import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { choosePromotion, type ReaderCandidate, readerCandidatesOf, writerOf } from '../../design/promotion.ts';
import type { Hint } from './hint.ts';

const ordinals = ['first', 'second', 'third'];

/** Who writes, and who is promoted first, second and third when each writer before has failed. */
export function promotionHints(design: Design): readonly Hint[] {
  return clustersOf(design).flatMap((cluster) => [...writerHint(design, cluster), ...orderHints(design, cluster)]);
}

function writerHint(design: Design, cluster: Cluster): readonly Hint[] {
  const writer = writerOf(design, cluster);
  if (writer === undefined || known(writer.role) !== undefined || writer.id.presence !== 'known') return [];
  const tooltip = 'No instance says role: writer, so the first of the cluster is taken for it.';
  return [{ kind: 'promotion', path: writer.id.path, at: 'value', text: 'writer', tooltip }];
}

function orderHints(design: Design, cluster: Cluster): readonly Hint[] {
  if (writerOf(design, cluster) === undefined) return [];
  const hints: Hint[] = [];
  let left = readerCandidatesOf(design, cluster) ?? [];
  for (const ordinal of ordinals) {
    const promotion = choosePromotion(left);
    if (promotion === undefined) return hints;
    const { promoted, reason } = promotion;
    const others = reason.kind === 'arbitrary' ? reason.among.filter((other) => other !== promoted) : [];
    const text = `promoted ${ordinal}${rivals(others)}`;
    hints.push({
      kind: 'promotion',
      path: promoted.instance.id.path,
      at: 'value',
      text,
      tooltip: why(reason.kind, promoted),
    });
    left = left.filter((other) => other !== promoted);
  }
  return hints;
}

function rivals(others: readonly ReaderCandidate[]): string {
  if (others.length === 0) return '';
  return others.length === 1 ? `, or ${others[0]?.id}` : `, or one of ${others.length} others`;
}

function why(
  reason: 'only-candidate' | 'lowest-tier' | 'largest-class' | 'arbitrary',
  { promotionTier }: ReaderCandidate,
) {
  if (reason === 'only-candidate') return 'No other reader is left to take over.';
  if (reason === 'lowest-tier')
    return `Its promotion tier ${promotionTier} is the lowest of the readers that are left.`;
  if (reason === 'largest-class') return `Several stand in tier ${promotionTier}, and it is the largest of them.`;
  return `Tier ${promotionTier} and size leave several readers; Aurora may take any of them.`;
}
