import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { TextEdit as CoreTextEdit, Range as TextRange } from '@aurora-blueprint/core/text/range.ts';
import type { Range, TextEdit } from 'vscode-languageserver';

/** A range of offsets as the Language Server Protocol writes it. */
export function toProtocolRange(lines: LineIndex, range: TextRange): Range {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** A text edit as the Language Server Protocol writes it. */
export function toProtocolEdit(lines: LineIndex, edit: CoreTextEdit): TextEdit {
  return { range: toProtocolRange(lines, edit.range), newText: edit.newText };
}
