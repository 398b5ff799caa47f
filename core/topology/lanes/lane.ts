import { lineOfWords, type Words } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import type { TimeAxis } from './time-axis.ts';

/** Where a lane stands, and what all lanes share. */
export interface LanePlace {
  readonly axis: TimeAxis;
  readonly at: number;
  readonly top: number;
  readonly height: number;
}

/** Where the words of a lane stand: its name at the left or above, its value at the right or above. */
export interface LaneWords {
  readonly nameX: number;
  readonly nameRight: number;
  readonly valueX: number;
  readonly valueRight: number;
  /** Height of a line above each lane; 0 where names stand beside. */
  readonly above: number;
}

/** The name of a lane, what it measures, and the value at the playhead in words. */
export function laneCaption(
  words: LaneWords,
  { top, height }: LanePlace,
  name: string,
  measure: string,
  value: Words,
): readonly SceneNode[] {
  const centre = words.above > 0 ? top - words.above / 2 : top + Math.floor(height / 2);
  const named: readonly Words[] = [
    { text: name, style: 'secondary', tone: 'ink' },
    { text: measure, short: '', style: 'secondary', tone: 'ink-2' },
  ];
  return [
    ...lineOfWords(named, words.nameX, centre, words.nameRight - words.nameX),
    ...lineOfWords([value], words.valueX, centre, words.valueRight - words.valueX),
  ];
}

/** The line on which a lane stands. */
export function laneFloor({ axis, top, height }: LanePlace): SceneNode {
  return { kind: 'rect', x: axis.x, y: top + height, width: axis.width, height: 1, radius: 0, fill: 'hair' };
}
