import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { DocumentKind } from '../documents/document-kind.ts';
import { toProtocolEdit, toProtocolRange } from '../protocol-ranges.ts';

/** One examined file with what was found in it. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The findings as JSON; lines and characters are zero-based, as in the Language Server Protocol. */
export function findingsAsJson(files: readonly CheckedFile[], asOf: string): string {
  const printed = files.map(({ file, kind, text, findings }) => {
    const lines = new LineIndex(text);
    return {
      file,
      kind,
      findings: findings.map(({ rule, severity, message, path, range, fixes }) => ({
        rule,
        severity,
        message,
        path,
        range: toProtocolRange(lines, range),
        fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map((edit) => toProtocolEdit(lines, edit)) })),
      })),
    };
  });
  return `${JSON.stringify({ files: printed, asOf }, null, 2)}\n`;
}
