import type { NameAt } from '@aurora-blueprint/core/editing/names/name.ts';
import type { Position } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import type { Analyzer } from '../documents/analyzer.ts';
import { namesOf } from '../documents/names-of.ts';

/** The name at a position of an open document. */
export function nameAt(
  analyzer: Analyzer,
  { textDocument, position }: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): (NameAt & { readonly uri: string; readonly analysis: Analysis }) | undefined {
  const analysis = analyzer.analyze(textDocument.uri);
  const found = analysis && namesOf(analysis).at(analysis.lines.offsetAt(position));
  return analysis && found && { ...found, uri: textDocument.uri, analysis };
}
