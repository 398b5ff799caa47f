import { type FixChoice, fixAll, onlyFixOf, safeFix } from '@aurora-blueprint/core/rules/fix-all.ts';
import { lineEdits } from '@aurora-blueprint/core/text/line-edits.ts';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import type { Analyzer } from '../documents/analyzer.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';

/** What editors run on saving: `source.fixAll` and this one. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.auroraBlueprint`;

interface OpenDocument {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly analyzer: Analyzer;
}

/** Writes every safe fix of a document; none when there is nothing to write. */
export function fixAllSafely(document: OpenDocument): readonly CodeAction[] {
  const edit = editOf(document, safeFix, 1);
  return edit === undefined ? [] : [{ title: 'Fix all of Aurora Blueprint that is safe', kind: fixAllKind, edit }];
}

/** Writes the fixes of one rule in the whole document; none unless several findings are mended by it. */
export function fixAllOfRule(document: OpenDocument, rule: string): readonly CodeAction[] {
  const choose = onlyFixOf(rule);
  if (document.analysis.findings.filter((finding) => choose(finding) !== undefined).length < 2) return [];
  const edit = editOf(document, choose, 2);
  return edit === undefined ? [] : [{ title: `Fix all ${rule} in this file`, kind: CodeActionKind.QuickFix, edit }];
}

function editOf({ uri, analysis, analyzer }: OpenDocument, choose: FixChoice, atLeast: number) {
  const { text, fixed } = fixAll(analysis.text, (candidate) => analyzer.check(uri, candidate), choose);
  if (fixed.length < atLeast) return undefined;
  const edits = lineEdits(analysis.text, text).map((edit) => toProtocolEdit(analysis.lines, edit));
  return { changes: { [uri]: edits } };
}
