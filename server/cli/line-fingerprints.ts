import { createHash } from 'node:crypto';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';

/**
 * What findings of one file are recognized by when they are found again: the rule and the line without its indentation;
 * of those that agree in both, the first, second and so on. So a finding stays the same when lines move.
 */
export function lineFingerprints(text: string, lines: LineIndex, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, range }) => {
    const { line } = lines.positionAt(range.start);
    const source = text.slice(lines.startOfLine(line), lines.startOfLine(line + 1)).trim();
    const key = createHash('sha256').update(`${rule}\n${source}`).digest('hex').slice(0, 16);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}:${count}`;
  });
}
