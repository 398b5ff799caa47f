import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { toProtocolEdit, toProtocolRange } from '../protocol-ranges.ts';
import type { CheckedFile } from './check-file.ts';

/** The findings as JSON; lines and characters are zero-based, as in the Language Server Protocol. */
export function findingsAsJson(files: readonly CheckedFile[], asOf: string): string {
  const printed = files.map(({ file, kind, text, findings, fixed }) => {
    const lines = new LineIndex(text);
    return {
      file,
      kind,
      ...(fixed === undefined ? {} : { fixed }),
      findings: findings.map(({ rule, severity, message, path, range, fixes, proof }) => ({
        rule,
        severity,
        message,
        path,
        range: toProtocolRange(lines, range),
        fixes: fixes.map(({ title, isSafe = false, edits }) => ({
          title,
          safe: isSafe,
          edits: edits.map((edit) => toProtocolEdit(lines, edit)),
        })),
        ...(proof && { proof: { faults: proof.faults, scenario: proof.scenario } }),
      })),
    };
  });
  return `${JSON.stringify({ files: printed, asOf }, null, 2)}\n`;
}
