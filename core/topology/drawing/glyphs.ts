import type { GlyphName } from '../scene/scene.ts';

/** One stroke of a glyph: filled, outlined, outlined over the background, or cut out in the background's colour. */
export interface GlyphPart {
  readonly paint: 'fill' | 'outline' | 'outline-on-bg' | 'cut';
  /** Path in a square of 16 by 16. */
  readonly d: string;
  readonly dashed?: boolean;
}

const pointingDown = 'M2.5 3.5Q2.5 2 4 2H12Q13.5 2 13.5 3.5V9L8 14.5 2.5 9Z';
const pointingUp = 'M2.75 14V7.5L8 2 13.25 7.5V14Z';
const disc = 'M8 4.5A3.5 3.5 0 1 1 8 11.5A3.5 3.5 0 1 1 8 4.5Z';
const ring = 'M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z';
const circle = 'M8 1.5A6.5 6.5 0 1 1 8 14.5A6.5 6.5 0 1 1 8 1.5Z';
const cross = 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5';
const octagon = 'M5.2 1.5H10.8L14.5 5.2V10.8L10.8 14.5H5.2L1.5 10.8V5.2Z';

/** The glyphs, drawn for this project. */
export const glyphs: Readonly<Record<GlyphName, readonly GlyphPart[]>> = {
  writer: [{ paint: 'fill', d: pointingDown }],
  'writer-away': [{ paint: 'outline-on-bg', d: pointingDown, dashed: true }],
  reader: [{ paint: 'outline-on-bg', d: pointingUp }],
  'reader-away': [{ paint: 'outline-on-bg', d: pointingUp, dashed: true }],
  member: [{ paint: 'fill', d: disc }],
  'member-away': [{ paint: 'outline-on-bg', d: disc }],
  moon: [{ paint: 'outline', d: 'M10 2A6.2 6.2 0 1 0 14 11.5A6.8 6.8 0 0 1 10 2Z' }],
  cross: [{ paint: 'outline', d: cross }],
  'circular-arrow': [
    { paint: 'outline', d: 'M12.6 5A5.5 5.5 0 1 0 13.5 8.5' },
    { paint: 'fill', d: 'M9.5 6H14.5V1Z' },
  ],
  octagon: [
    { paint: 'fill', d: octagon },
    { paint: 'cut', d: 'M4.5 7H11.5V9H4.5Z' },
  ],
  triangle: [{ paint: 'outline', d: 'M8 2 14.5 13.5H1.5ZM8 6.2V9.6M8 11.1V12' }],
  circle: [{ paint: 'outline', d: `${circle}M8 7.2V11.6M8 4.4V5.4` }],
  check: [{ paint: 'outline', d: 'M3 8.5 6.5 12 13 4.5' }],
  'segment-complete': [{ paint: 'fill', d: 'M4 4H12V12H4Z' }],
  'segment-empty': [{ paint: 'outline', d: 'M4.5 4.5H11.5V11.5H4.5Z' }],
  'ring-complete': [
    { paint: 'outline-on-bg', d: ring },
    { paint: 'fill', d: 'M6 6H10V10H6Z' },
  ],
  'ring-failed': [
    { paint: 'outline-on-bg', d: ring },
    { paint: 'outline', d: 'M5.8 5.8 10.2 10.2M10.2 5.8 5.8 10.2' },
  ],
  'ring-empty': [{ paint: 'outline-on-bg', d: ring }],
};
