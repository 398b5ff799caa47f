import { formatSize } from '../../design/format/size.ts';
import { countOf } from '../../text/quantity.ts';
import { lineOfWords, type Words } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import type { ClusterView } from '../views/cluster-view.ts';
import { type Focus, pips, pipsWidth } from './group-in-focus.ts';
import { type Mark, markAfter, markRoom } from './marks.ts';

const plain = { style: 'secondary', tone: 'ink-2' } as const;
const news = { style: 'secondary-name', tone: 'stop', glyph: { name: 'octagon', tone: 'stop' } } as const;
const fine = { style: 'secondary', tone: 'ink-2', glyph: { name: 'check', tone: 'ink' } } as const;

/** What a run has made of the volume of the design; nothing is made up about an unknown one. */
function volumeNow({ picture, state }: ClusterView): Pick<ClusterView['picture']['volume'], 'bytes' | 'groups'> {
  return picture.volume.bytes === null || state === undefined ? picture.volume : state.moment.volume;
}

/** What there is to say of the volume of a cluster: its size and, in a run, whether writes and reads are served. */
export function volumeWords(view: ClusterView): readonly Words[] {
  const { state } = view;
  const { bytes, groups } = volumeNow(view);
  const size: readonly Words[] = [
    { style: 'name', tone: 'ink', text: 'volume' },
    { ...plain, text: bytes === null ? '?' : formatSize(bytes) },
    { ...plain, text: groups === null ? '? groups' : countOf(groups, 'group') },
  ];
  if (state === undefined) return [...size, { ...plain, text: '6 copies each' }];
  const { writes, reads } = state.moment;
  const writing = {
    up: { ...fine, text: 'writes served', short: 'writes' },
    stalled: { ...news, text: 'writes stalled', short: 'stalled' },
    down: { ...news, text: 'no writer' },
  }[writes];
  return [
    ...size,
    writing,
    reads === 'up' ? { ...fine, text: 'reads served', short: 'reads' } : { ...news, text: 'no reader' },
  ];
}

const lineHeight = 18;

/** What stands in the gutter beside the base: size and groups share a line where they fit. */
export function volumeInGutter(
  view: ClusterView,
  mark: Mark | undefined,
  x: number,
  top: number,
  width: number,
): readonly SceneNode[] {
  const [name, size, groups, ...rest] = volumeWords(view);
  if (name === undefined || size === undefined || groups === undefined) return [];
  const both = { ...size, text: `${size.text}, ${groups.text}` };
  const lines = [name, ...(textWidth(both.text, both.style) <= width ? [both] : [size, groups]), ...rest];
  const centre = (index: number) => top + 14 + index * lineHeight;
  return [
    ...lines.flatMap((line, index) => lineOfWords([line], x, centre(index), width)),
    ...markAfter(mark, x + textWidth(name.text, name.style), centre(0)),
  ];
}

/** What stands in the gutter beside the segments: name and count of the group in focus, what a write needs, the pips. */
export function focusInGutter(focus: Focus, x: number, top: number, width: number): readonly SceneNode[] {
  const [name, count] = focusWords(focus);
  const isWide = textWidth(name.text, name.style) + 12 + textWidth(count.text, count.style) <= width;
  if (!isWide) {
    return [
      ...lineOfWords([name], x, top + 6, width),
      ...lineOfWords([count, needs(focus)], x, top + 26, width),
      ...pips(focus, x, top + 46),
    ];
  }
  const needsX = x + pipsWidth + 8;
  return [
    ...lineOfWords([name, count], x, top + 8, width),
    ...pips(focus, x, top + 28),
    ...lineOfWords([needs(focus)], needsX, top + 28, x + width - needsX),
  ];
}

/** The volume on one line, below the base. */
export function volumeOnLine(
  view: ClusterView,
  mark: Mark | undefined,
  x: number,
  centre: number,
  width: number,
): readonly SceneNode[] {
  const [name, size, groups, ...rest] = volumeWords(view);
  const words = [name, ...rest, size, groups].filter((word) => word !== undefined);
  const start = x + markRoom(mark);
  return [...markAfter(mark, x - 6, centre), ...lineOfWords(words, start, centre, x + width - start)];
}

/** The group in focus on one line, below the base. */
export function focusOnLine(focus: Focus, x: number, centre: number, width: number): readonly SceneNode[] {
  const words = focusWords(focus);
  const start = x + words.reduce((sum, word) => sum + textWidth(word.text, word.style) + 12, 0);
  const needsX = start + pipsWidth + 8;
  return [
    ...lineOfWords(words, x, centre, width),
    ...pips(focus, start, centre),
    ...lineOfWords([needs(focus)], needsX, centre, x + width - needsX),
  ];
}

function needs(focus: Focus): Words {
  return { ...plain, text: `needs ${focus.needs}`, short: '' };
}

function focusWords(focus: Focus): readonly [Words, Words] {
  return [
    { style: 'name', tone: 'ink', text: focus.label },
    { style: 'name', tone: focus.stalled ? 'stop' : 'ink', text: `${focus.complete} of 6` },
  ];
}
