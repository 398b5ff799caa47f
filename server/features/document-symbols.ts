import { type BlueprintSymbol, blueprintSymbols } from '@aurora-blueprint/core/editing/blueprint-symbols.ts';
import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/documentSymbol`: the outline and breadcrumbs of a blueprint. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onDocumentSymbol(({ textDocument }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind !== 'blueprint') return [];
      return blueprintSymbols(analysis.blueprint).map((symbol) => toProtocolSymbol(symbol, analysis.lines));
    });
  },
};

const kinds = { group: SymbolKind.Module, list: SymbolKind.Array, value: SymbolKind.Property } as const;

function toProtocolSymbol(symbol: BlueprintSymbol, lines: LineIndex): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children } = symbol;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toProtocolRange(lines, range),
    selectionRange: toProtocolRange(lines, selectionRange),
    children: children.map((child) => toProtocolSymbol(child, lines)),
  };
}
