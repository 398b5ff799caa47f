import type { EventKind, Moment, Timeline } from '../../simulation/timeline.ts';
import { glyph, text } from '../scene/caption.ts';
import type { BoxNode, GlyphName, SceneNode, Tone } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { momentIndexAt } from '../views/playhead.ts';
import type { LanePlace } from './lane.ts';
import { xOf } from './time-axis.ts';

interface Sign {
  readonly name: GlyphName;
  readonly tone: Tone;
}

const good: Sign = { name: 'check', tone: 'ink' };
const bad: Sign = { name: 'cross', tone: 'stop' };
const dark: Sign = { name: 'moon', tone: 'ink' };
const refused: Sign = { name: 'octagon', tone: 'stop' };
const other: Sign = { name: 'member', tone: 'ink' };

/** The glyph of an event. */
function signOf(kind: EventKind): Sign {
  switch (kind) {
    case 'az-dark':
    case 'region-dark':
      return dark;
    case 'instance-failed':
    case 'writer-lost':
    case 'segment-failed':
    case 'segment-corrupt':
    case 'partition-begins':
    case 'region-copy-waits':
      return bad;
    case 'writes-stalled':
    case 'nobody-to-promote':
    case 'invariant-broken':
    case 'refused':
      return refused;
    case 'promoted':
    case 'writer-recreated':
      return { name: 'writer', tone: 'ink' };
    case 'instance-back':
      return { name: 'reader', tone: 'ink' };
    case 'az-back':
    case 'region-back':
    case 'segment-repaired':
    case 'segment-scrubbed':
    case 'quorum-restored':
    case 'writes-up':
    case 'partition-ends':
    case 'region-copied':
      return good;
    default:
      return other;
  }
}

const rowHeight = 20;
const signRoom = 20;

/** Events along the axis, glyph and label, in two rows; what finds no room is counted at the event before it. */
export function eventsLane(timeline: Timeline, place: LanePlace): readonly SceneNode[] {
  const { axis, at, top } = place;
  const now = timeline.moments[momentIndexAt(timeline, at)];
  const right = axis.x + axis.width;
  const placed: { moment: Moment; x: number; row: number; more: number }[] = [];
  const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const moment of timeline.moments) {
    if (moment.kind === 'start' || moment.kind === 'end' || moment.at < axis.from || moment.at > axis.to) continue;
    const width = signRoom + textWidth(moment.label, 'secondary-name');
    const x = Math.max(axis.x, Math.min(xOf(axis, moment.at) - 8, right - width));
    const row = ends.findIndex((end) => end + 10 <= x);
    const last = placed.at(-1);
    if (row >= 0) {
      placed.push({ moment, x, row, more: 0 });
      ends[row] = x + width;
    } else if (last !== undefined) {
      if (last.more === 0) ends[last.row] = (ends[last.row] ?? 0) + moreRoom;
      last.more += 1;
    }
  }
  return placed.map(({ moment, x, row, more }, index): BoxNode => {
    const style = moment === now ? 'secondary-name' : 'secondary';
    const label = more === 0 ? moment.label : `${moment.label} +${more}`;
    const { name, tone } = signOf(moment.kind);
    return {
      kind: 'box',
      key: `event/${index}`,
      x,
      y: top + row * rowHeight,
      width: signRoom + textWidth(label, 'secondary-name'),
      height: rowHeight,
      radius: 4,
      children: [
        glyph(name, 8, rowHeight / 2, tone),
        text(signRoom, rowHeight / 2, label, style, moment === now ? 'ink' : 'ink-2'),
      ],
    };
  });
}

/** Width that `+99` takes at most. */
const moreRoom = 32;
