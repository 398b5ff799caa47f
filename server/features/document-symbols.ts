import { blueprintSymbols } from '@aurora-blueprint/core/editing/blueprint-symbols.ts';
import type { OutlineSymbol } from '@aurora-blueprint/core/editing/outline-symbol.ts';
import { sqlSymbols } from '@aurora-blueprint/core/editing/sql/sql-symbols.ts';
import { templateSymbols } from '@aurora-blueprint/core/editing/template-symbols.ts';
import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/documentSymbol`: the outline and breadcrumbs of a blueprint, a template or an SQL text. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onDocumentSymbol(({ textDocument }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      return analysis === undefined
        ? []
        : outlineOf(analysis).map((symbol) => toProtocolSymbol(symbol, analysis.lines));
    });
  },
};

function outlineOf(analysis: Analysis): readonly OutlineSymbol[] {
  switch (analysis.kind) {
    case 'blueprint':
    case 'scenarios':
      return blueprintSymbols(analysis.blueprint);
    case 'cloudformation':
      return templateSymbols(analysis.template);
    case 'sql':
      return sqlSymbols(analysis.sql);
  }
}

const kinds = {
  group: SymbolKind.Module,
  list: SymbolKind.Array,
  value: SymbolKind.Property,
  function: SymbolKind.Function,
  procedure: SymbolKind.Method,
  table: SymbolKind.Struct,
  view: SymbolKind.Interface,
  statement: SymbolKind.Object,
  call: SymbolKind.Event,
} as const;

function toProtocolSymbol(symbol: OutlineSymbol, lines: LineIndex): DocumentSymbol {
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
