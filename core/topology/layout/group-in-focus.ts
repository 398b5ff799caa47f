import { formatDuration } from '../../design/format/duration.ts';
import type { SegmentState } from '../../simulation/timeline.ts';
import { glyph, text } from '../scene/caption.ts';
import type { GlyphName, RectNode, SceneNode, Tone } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { type ClusterState, isWorstAlone, type SegmentSpan } from '../views/playhead.ts';

/** Names of the segments of a group: A and D lie in the first AZ, B and E in the second, C and F in the third. */
export const segmentNames = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** What the picture follows of the volume: the group that is worst off, or every group while they are all alike. */
export interface Focus {
  /** `pg-17`, or `groups` while all are alike. */
  readonly label: string;
  /** Number of the group; undefined while all are alike. */
  readonly group: number | undefined;
  readonly complete: number;
  readonly needs: number;
  readonly stalled: boolean;
  readonly segments: readonly SegmentSpan[];
}

/** The group in focus of a cluster in a run. */
export function focusOf({ moment, segments }: ClusterState): Focus {
  const { worst, writeQuorum } = moment.volume;
  const isAlone = isWorstAlone(moment.volume);
  const number = Number(/\d+$/.exec(worst.id)?.[0]);
  return {
    label: isAlone ? worst.id : 'groups',
    group: isAlone && Number.isSafeInteger(number) ? number : undefined,
    complete: worst.complete,
    needs: writeQuorum.needs,
    stalled: worst.complete < writeQuorum.needs,
    segments,
  };
}

/** The ring around a group in a lane, by the state of its segment there. */
export function ringFor(state: SegmentState): { readonly name: GlyphName; readonly tone: Tone } {
  if (state === 'complete') return { name: 'ring-complete', tone: 'ink' };
  if (isAway(state)) return { name: 'ring-empty', tone: 'line' };
  return { name: 'ring-failed', tone: 'stop' };
}

/** Whether nobody reaches a segment. */
function isAway(state: SegmentState): boolean {
  return state === 'dark' || state === 'cut-off';
}

/** The labelled cell of one segment, with a bar for what is copied. */
export function segmentCell(
  name: string,
  { state, since, until }: SegmentSpan,
  now: number,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly SceneNode[] {
  const { x, y, width, height } = place;
  const isBad = state === 'failed' || state === 'copying';
  const age = now - since;
  const long = state === 'copying' && age > 0 ? `copying, ${formatDuration(age)}` : state;
  const isTwoLines = height > 30;
  const first = isTwoLines ? y + 14 : y + Math.floor(height / 2);
  const letterX = x + 28;
  const wordX = isTwoLines ? x + 10 : letterX + textWidth(name, 'secondary-name') + 6;
  const room = x + width - 6 - wordX;
  const word = [long, state].find((phrase) => textWidth(phrase, 'secondary') <= room) ?? '';
  const frame: RectNode = { kind: 'rect', x, y, width, height, radius: 4, fill: 'bg', edge: isBad ? 'stop' : 'edge' };
  const sign: GlyphName = state === 'complete' ? 'segment-complete' : isBad ? 'cross' : 'segment-empty';
  return [
    isAway(state) ? { ...frame, edge: 'line', dash: 'dashed' } : frame,
    glyph(sign, x + 16, first, isBad ? 'stop' : 'ink'),
    text(letterX, first, name, 'secondary-name', 'ink'),
    ...(word === '' ? [] : [text(wordX, isTwoLines ? y + 31 : first, word, 'secondary', 'ink')]),
    ...(state === 'copying' && until !== undefined && until > since ? [bar(place, age / (until - since))] : []),
  ];
}

function bar(
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  share: number,
): RectNode {
  const width = Math.max(1, Math.round((place.width - 4) * Math.min(1, share)));
  return { kind: 'rect', x: place.x + 2, y: place.y + place.height - 4, width, height: 2, radius: 0, fill: 'stop' };
}

const pipSize = 7;
const pipPitch = 10;

/** Six pips, complete ones first, with a mark after those that a write needs. */
export function pips({ complete, needs, stalled }: Focus, x: number, centre: number): readonly SceneNode[] {
  const top = centre - 4;
  const nodes: SceneNode[] = Array.from(
    { length: 6 },
    (_, index): RectNode => ({
      kind: 'rect',
      x: x + index * pipPitch + (index >= needs ? 4 : 0),
      y: top,
      width: pipSize,
      height: pipSize,
      radius: 0,
      ...(index < complete ? { fill: 'ink' } : { edge: 'line' }),
    }),
  );
  const mark = x + needs * pipPitch;
  return [
    ...nodes,
    { kind: 'rect', x: mark - 1, y: top - 4, width: 2, height: pipSize + 8, radius: 0, fill: stalled ? 'stop' : 'ink' },
  ];
}

/** Width of the pips with their mark. */
export const pipsWidth = 6 * pipPitch + 4;
