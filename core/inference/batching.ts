export interface BatchLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
  /** Bytes between two rows of a batch. */
  readonly separatorBytes: number;
}

/**
 * Cuts rows into batches, in order, each as long as the limits allow. A row over `maxBytes` gets a batch of its own:
 * the caller withholds such rows before.
 */
export function cutIntoBatches<Row extends { readonly bytes: number }>(
  rows: readonly Row[],
  limits: BatchLimits,
): readonly { readonly rows: readonly Row[]; readonly bytes: number }[] {
  const batches: { rows: Row[]; bytes: number }[] = [];
  for (const row of rows) {
    const current = batches.at(-1);
    const grown = (current?.bytes ?? 0) + limits.separatorBytes + row.bytes;
    if (current === undefined || current.rows.length >= limits.maxRows || grown > limits.maxBytes) {
      batches.push({ rows: [row], bytes: row.bytes });
    } else {
      current.rows.push(row);
      current.bytes = grown;
    }
  }
  return batches;
}
