import type { Instant } from '../../simulation/timeline.ts';
import { formatClock } from '../../text/quantity.ts';
import { text } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { type TimeAxis, ticksOf, xOf } from './time-axis.ts';

const flagHeight = 20;

function flagWidth(at: Instant): number {
  return textWidth(formatClock(at), 'secondary-name') + 16;
}

/** The flag stays inside the axis, also where the playhead stands at its end. */
function flagLeft(axis: TimeAxis, at: Instant): number {
  const width = flagWidth(at);
  return Math.max(axis.x, Math.min(axis.x + axis.width - width, xOf(axis, at) - Math.floor(width / 2)));
}

/** The times along the axis; those under the flag of the playhead are left out. */
export function axisLabels(axis: TimeAxis, at: Instant, centre: number): readonly SceneNode[] {
  const flag = flagLeft(axis, at);
  return ticksOf(axis).flatMap((tick): readonly SceneNode[] => {
    const label = formatClock(tick);
    const width = textWidth(label, 'small');
    const x = Math.max(axis.x, Math.min(axis.x + axis.width - width, xOf(axis, tick) - Math.floor(width / 2)));
    const isCovered = x < flag + flagWidth(at) + 4 && flag - 4 < x + width;
    return isCovered ? [] : [text(x, centre, label, 'small', 'ink-2')];
  });
}

/** The playhead: its time on a flag, and a line down through all lanes. */
export function playhead(axis: TimeAxis, at: Instant, top: number, bottom: number): readonly SceneNode[] {
  const x = xOf(axis, at);
  const left = flagLeft(axis, at);
  const width = flagWidth(at);
  return [
    {
      kind: 'rect',
      x: x - 1,
      y: top + flagHeight,
      width: 2,
      height: bottom - top - flagHeight,
      radius: 0,
      fill: 'accent',
    },
    { kind: 'rect', x: left, y: top + 2, width, height: flagHeight, radius: 4, fill: 'accent' },
    text(left + 8, top + 12, formatClock(at), 'secondary-name', 'on-accent'),
  ];
}
