const millisecondsPer: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a duration: one or more numbers with a unit (`ms`, `s`, `m`, `h`, `d`), such as `90s`, `1h30m` or `0.5h`.
 * Returns milliseconds, rounded to whole ones, or undefined when it is no duration.
 */
export function parseDuration(text: string): number | undefined {
  const exact = parseExactDuration(text);
  if (exact === undefined) return undefined;
  const whole = Math.round(exact);
  return Number.isSafeInteger(whole) ? whole : undefined;
}

/** The same in milliseconds as they are written, not rounded. */
export function parseExactDuration(text: string): number | undefined {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)\s*/gy)];
  if (parts.length === 0) return undefined;
  const read = parts.reduce((length, part) => length + part[0].length, 0);
  if (read !== text.trim().length) return undefined;
  return parts.reduce((sum, [, amount = '', unit = '']) => sum + Number(amount) * (millisecondsPer[unit] ?? 0), 0);
}

/** A duration as people read it: `23 s`, `8 min 4 s`, `1 h 30 min`; below one second in milliseconds. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000 && milliseconds > 0) return `${milliseconds} ms`;
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor((seconds % 86_400) / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ];
  return units
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}

/** A duration as a blueprint writes it: exactly, in the largest unit of which it has at least two: `60s`, `30m`, `365d`. */
export function writeDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0s';
  const units = Object.entries(millisecondsPer).reverse();
  const [unit, length] = units.find(([, each]) => milliseconds % each === 0 && milliseconds >= 2 * each) ?? ['ms', 1];
  return `${milliseconds / length}${unit}`;
}
