import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { longestSqlText } from '@aurora-blueprint/core/sql/analyze.ts';

/** Size in bytes of the largest file that is read: nothing of ours is larger, and templates are smaller. */
const largestFile = longestSqlText;

/** The text of a file; undefined for one that is gone, may not be read, is none, or is larger than what is ours. */
export function textOfFile(path: string): string | undefined {
  return reading(path, () => readFileSync(path, 'utf8'));
}

/** The first bytes of such a file as text. */
export function headOfFile(path: string, bytes: number): string | undefined {
  return reading(path, () => {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(bytes);
      return head.toString('utf8', 0, readSync(file, head, 0, bytes, 0));
    } finally {
      closeSync(file);
    }
  });
}

function reading(path: string, read: () => string): string | undefined {
  try {
    const entry = statSync(path);
    return entry.isFile() && entry.size <= largestFile ? read() : undefined;
  } catch {
    return undefined;
  }
}
