const bytesPer: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 1024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
  TiB: 1_099_511_627_776,
  KB: 1000,
  MB: 1_000_000,
  GB: 1_000_000_000,
  TB: 1_000_000_000_000,
};

/** Reads a storage size with its unit (`100 GiB`, `4TB`, `0.5 TiB`) as bytes, or undefined when it is none. */
export function parseSize(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]i?B|B)\s*$/.exec(text);
  const bytes = Math.round(Number(match?.[1]) * (bytesPer[match?.[2] ?? ''] ?? Number.NaN));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** A size as people read it, in the largest binary unit that leaves at least 1: `4 TiB`, `1.5 GiB`. */
export function formatSize(bytes: number): string {
  const unit = ['TiB', 'GiB', 'MiB', 'KiB'].find((name) => bytes >= (bytesPer[name] ?? 1)) ?? 'B';
  const amount = Math.round((bytes / (bytesPer[unit] ?? 1)) * 10) / 10;
  return `${amount} ${unit}`;
}

/** A size as a blueprint writes it: exactly, in the unit that takes the fewest digits: `4 TiB`, `100 GB`, `1536 GiB`. */
export function writeSize(bytes: number): string {
  const texts = Object.entries(bytesPer)
    .filter(([, each]) => bytes % each === 0)
    .map(([unit, each]) => `${bytes / each} ${unit}`);
  return texts.reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
}
