/** The measures of a picture that follow from its width, in pixels. */
export interface Frame {
  readonly width: number;
  readonly padding: number;
  /** Where names stand, left of what they name; none when names stand above their rows. */
  readonly gutter: number;
  /** Between two columns. */
  readonly gap: number;
  readonly contentX: number;
  readonly contentWidth: number;
  /** Names stand above their rows. */
  readonly stacked: boolean;
  /** Whether secondaries stand to the right of the primary, as far as the width is concerned. */
  readonly wide: boolean;
}

const stackedBelow = 560;
const narrowBelow = 900;
const narrowest = 240;

/** Measures for a panel of `width` pixels: names above their rows below 560, secondaries below the primary up to 899. */
export function frameOf(width: number): Frame {
  const whole = Math.max(Math.floor(Number.isFinite(width) ? width : narrowest), narrowest);
  const stacked = whole < stackedBelow;
  const wide = whole >= narrowBelow;
  const padding = wide ? 24 : 20;
  const gutter = stacked ? 0 : wide ? 128 : 104;
  const contentX = padding + gutter;
  return {
    width: whole,
    padding,
    gutter,
    gap: wide ? 12 : 8,
    contentX,
    contentWidth: whole - padding - contentX,
    stacked,
    wide,
  };
}

/** A column of the picture. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** `count` columns of one width from `x` on; the width is rounded down, so that they never end beyond `width`. */
export function columnsOf(count: number, x: number, width: number, gap: number): readonly Column[] {
  const each = Math.floor((width - gap * (count - 1)) / count);
  return Array.from({ length: count }, (_, index) => ({ x: x + index * (each + gap), width: each }));
}
