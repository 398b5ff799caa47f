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
const narrowestPanel = 240;

/**
 * Measures for a panel of `width` pixels: names above their rows below 560, secondaries below the primary up to 899.
 * A picture whose columns need more than the panel has, by the `least` width of each, is wider than the panel.
 */
export function frameOf(width: number, least: readonly number[] = []): Frame {
  const panel = Math.max(Math.floor(Number.isFinite(width) ? width : narrowestPanel), narrowestPanel);
  const stacked = panel < stackedBelow;
  const wide = panel >= narrowBelow;
  const padding = wide ? 24 : 20;
  const gap = wide ? 12 : 8;
  const gutter = stacked ? 0 : wide ? 128 : 104;
  const needed = least.reduce((sum, column) => sum + column + gap, -gap);
  const contentX = padding + gutter;
  const contentWidth = Math.max(panel - padding - contentX, needed);
  return { width: contentX + contentWidth + padding, padding, gutter, gap, contentX, contentWidth, stacked, wide };
}

/** A column of the picture. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** `count` columns of one width from `x` on; the width is rounded down, so that they never end beyond `width`. */
export function columnsOf(count: number, x: number, width: number, gap: number): readonly Column[] {
  const each = Math.floor((width - gap * (count - 1)) / count);
  return columnsOfWidths(
    Array.from({ length: count }, () => each),
    x,
    gap,
  );
}

/** Columns of these widths, side by side from `x` on. */
export function columnsOfWidths(widths: readonly number[], x: number, gap: number): readonly Column[] {
  let left = x;
  return widths.map((width) => {
    const column = { x: left, width };
    left += width + gap;
    return column;
  });
}
