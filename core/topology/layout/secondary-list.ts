import { formatDuration } from '../../design/format/duration.ts';
import { lineOfWords, text } from '../scene/caption.ts';
import type { BoxNode, RectNode, SceneNode } from '../scene/scene.ts';
import { fitName, fitParts, textWidth } from '../scene/text-width.ts';
import type { ClusterView, InstanceView } from '../views/cluster-view.ts';
import { roleGlyph } from './card.ts';
import { type Marks, markAfter, markRoom } from './marks.ts';
import { clusterName } from './region-header.ts';
import { isFollower, replicationPhrase, replicationWords } from './replication.ts';

/** Space between two rows. */
export const secondaryGap = 4;
const highest = 72;
const lowest = 34;

/** Height of the row of each of `count` secondaries where `room` is there for all of them. */
export function secondaryRowHeight(count: number, room: number): number {
  const each = Math.floor((room - secondaryGap * (count - 1)) / count);
  return Math.min(highest, Math.max(lowest, each));
}

const twoLinesFrom = 44;
const idsFrom = 56;
const narrowBelow = 300;
const left = 12;

/**
 * A secondary in one row: its name, a glyph for each instance, how far it is behind. Narrow rows that are high enough
 * say it in two lines; wider ones have the ids on the second.
 */
export function secondaryRow(
  view: ClusterView,
  marks: Marks,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): BoxNode {
  const { width, height } = place;
  const { path, region, clusterIdentifier } = view.picture;
  const instances = view.pillars.flatMap((pillar) => pillar.instances);
  const ids = instances.length === 0 ? ['no instance'] : instances.map(({ picture }) => picture.id ?? '?');
  const mark = marks.get(path);
  const isNarrow = width < narrowBelow;
  const hasTwoLines = height >= (isNarrow ? twoLinesFrom : idsFrom);
  const first = Math.floor(height / 2) - (hasTwoLines ? 10 : 0);
  const second = first + 20;
  const name = region ?? '?';
  const nameRoom = textWidth(name, 'name') + markRoom(mark) + 12;
  const lags = lagWords(view);
  const onOneLine = isNarrow && hasTwoLines ? 0 : nameRoom;
  const lagFits = (room: number) => lags.find((words) => textWidth(words, 'secondary') <= width - 2 * left - room);
  const lag = lagFits(onOneLine + instances.length * signPitch + 10) ?? lagFits(onOneLine);
  const end = width - left;
  const lagLeft = end - (lag === undefined ? 0 : textWidth(lag, 'secondary') + 12);
  const shown = fitName(name, (isNarrow && hasTwoLines ? end : lagLeft) - left - markRoom(mark), 'name');
  const nameEnd = left + textWidth(shown, 'name');
  const children: SceneNode[] = [
    background(view.darkFor !== undefined, width, height),
    text(left, first, shown, 'name', 'ink'),
    ...markAfter(mark, nameEnd, first),
  ];
  if (lag !== undefined) {
    children.push(text(end, isNarrow && hasTwoLines ? second : first, lag, 'secondary', 'ink', 'end'));
  }
  if (isNarrow && hasTwoLines) {
    children.push(...signs(instances, left, lagLeft, second));
  } else {
    const signsX = nameEnd + markRoom(mark) + 10;
    const glyphs = signs(instances, signsX, lagLeft, first);
    const restX = signsX + glyphs.length * signPitch + 4;
    const cluster = { text: clusterIdentifier ?? '?', short: '', style: 'secondary', tone: 'ink-2' } as const;
    children.push(...glyphs);
    children.push(...lineOfWords([cluster], restX, first, lagLeft - restX));
    const listed = hasTwoLines ? fitParts(ids, ', ', width - 2 * left, 'secondary') : '';
    if (listed !== '') children.push(text(left, second, listed, 'secondary', 'ink-2'));
  }
  const full = `${clusterName(view)}, ${ids.join(', ')}, ${lags[0]}`;
  return { kind: 'box', key: path, ...place, radius: 8, path, name: full, children };
}

/** How far it is behind, in words and shorter. */
function lagWords(view: ClusterView): readonly [string, string] {
  if (view.darkFor !== undefined) return [`dark for ${formatDuration(view.darkFor)}`, 'dark'];
  const { replication, lag } = view.state?.moment ?? {};
  if (replication === 'cut-off') return [`cut off, ${formatDuration(lag ?? 0)} behind`, 'cut off'];
  if (isFollower(view)) return [replicationPhrase(view), replicationWords(view)[0]];
  return [replicationPhrase(view), view.role === 'primary' ? 'primary' : 'apart'];
}

const signPitch = 18;

/** A glyph for each instance from `x` on, as many as there is room for. */
function signs(instances: readonly InstanceView[], x: number, right: number, centre: number): readonly SceneNode[] {
  const room = Math.max(0, Math.floor((right - x) / signPitch));
  return instances.slice(0, room).map((instance, index) => roleGlyph(instance, x + index * signPitch + 8, centre));
}

function background(isDark: boolean, width: number, height: number): RectNode {
  const area = { kind: 'rect', x: 0, y: 0, width, height, radius: 8 } as const;
  return isDark ? { ...area, fill: 'bg', edge: 'line', dash: 'dashed' } : { ...area, fill: 'lit' };
}
