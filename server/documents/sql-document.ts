import type { SqlDocument } from '@aurora-blueprint/core/editing/sql/sql-document.ts';
import type { SqlFileAnalysis } from './analysis.ts';

/** What the pieces of the editor in core are given of an SQL file. */
export function sqlDocument({ text, dialect, sql, governing }: SqlFileAnalysis): SqlDocument {
  return { text, dialect, sql, design: governing?.design };
}
