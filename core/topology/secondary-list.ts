import { formatDuration } from '../design/format/duration.ts';
import { lineOfWords, text, type Words } from './caption.ts';
import { roleGlyph } from './card.ts';
import type { ClusterView } from './cluster-view.ts';
import { type Marks, markAfter, markRoom } from './marks.ts';
import { clusterName } from './region-header.ts';
import { replicationPhrase } from './replication.ts';
import type { BoxNode, RectNode } from './scene.ts';
import { fitName, fitParts, textWidth } from './text-width.ts';

/** Space between two rows. */
export const secondaryGap = 4;
const withIds = 56;
const highest = 72;
const lowest = 34;

/** Height of the row of each of `count` secondaries where `room` is there for all of them. */
export function secondaryRowHeight(count: number, room: number): number {
  const each = Math.floor((room - secondaryGap * (count - 1)) / count);
  return Math.min(highest, Math.max(lowest, each));
}

/** A secondary in one row: its name, a glyph for each instance, how far it is behind; ids where the row is high enough. */
export function secondaryRow(
  view: ClusterView,
  marks: Marks,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): BoxNode {
  const { width, height } = place;
  const { path, region, clusterIdentifier } = view.picture;
  const instances = view.pillars.flatMap((pillar) => pillar.instances);
  const isDark = view.darkFor !== undefined;
  const mark = marks.get(path);
  const hasIds = height >= withIds;
  const centre = hasIds ? Math.floor(height / 2) - 10 : Math.floor(height / 2);
  const left = 12;
  const lag = isDark ? `dark for ${formatDuration(view.darkFor)}` : replicationPhrase(view);
  const lagWidth = textWidth(lag, 'secondary');
  const fits = width - 2 * left >= lagWidth + 80;
  const right = width - left - (fits ? lagWidth + 12 : 0);
  const name = fitName(region ?? '?', right - left - markRoom(mark), 'name');
  const nameEnd = left + textWidth(name, 'name');
  const signsX = nameEnd + markRoom(mark) + 10;
  const signs = instances.slice(0, Math.max(0, Math.floor((right - signsX) / signPitch)));
  const restX = signsX + signs.length * signPitch + 4;
  const rest: readonly Words[] = [{ text: clusterIdentifier ?? '?', style: 'secondary', tone: 'ink-2' }];
  const ids = instances.map(({ picture }) => picture.id ?? '?');
  const second = fitParts(ids.length === 0 ? ['no instance'] : ids, ', ', width - 2 * left, 'secondary');
  return {
    kind: 'box',
    key: path,
    ...place,
    radius: 8,
    path,
    name: `${clusterName(view)}, ${ids.length === 0 ? 'no instance' : ids.join(', ')}, ${lag}`,
    children: [
      background(isDark, width, height),
      text(left, centre, name, 'name', 'ink'),
      ...markAfter(mark, nameEnd, centre),
      ...signs.map((instance, index) => roleGlyph(instance, signsX + index * signPitch + 8, centre)),
      ...(right - restX > 60 ? lineOfWords(rest, restX, centre, right - restX) : []),
      ...(fits ? [text(width - left, centre, lag, 'secondary', 'ink', 'end')] : []),
      ...(hasIds && second !== '' ? [text(left, centre + 20, second, 'secondary', 'ink-2')] : []),
    ],
  };
}

const signPitch = 18;

function background(isDark: boolean, width: number, height: number): RectNode {
  const area = { kind: 'rect', x: 0, y: 0, width, height, radius: 8 } as const;
  return isDark ? { ...area, fill: 'bg', edge: 'line', dash: 'dashed' } : { ...area, fill: 'lit' };
}
