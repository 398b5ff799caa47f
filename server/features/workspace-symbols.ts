import {
  blueprintWorkspaceSymbols,
  matchesQuery,
  sqlWorkspaceSymbols,
  templateWorkspaceSymbols,
  type WorkspaceSymbol,
} from '@aurora-blueprint/core/editing/workspace-symbols.ts';
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { namesOf } from '../documents/names-of.ts';
import { uriOfFile } from '../documents/uri-of-file.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import { nextTurnOf } from '../turns.ts';
import type { Feature } from './feature.ts';

/**
 * `workspace/symbol`: clusters, instances, endpoints, scenarios and resources, over open documents and design
 * files; functions around ML calls in SQL.
 */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: ({ connection, documents, analyzer, workspaceFiles }) => {
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found: SymbolInformation[] = [];
      const add = (uri: string, analysis: Analysis | undefined) => {
        if (analysis === undefined) return;
        for (const symbol of symbolsOf(analysis)) {
          if (matchesQuery(symbol.name, query)) found.push(toProtocolSymbol(symbol, uri, analysis));
        }
      };
      const open = new Set(documents.keys());
      for (const uri of open) add(uri, analyzer.analyze(uri));
      for (const path of workspaceFiles.named(searched, token)) {
        await nextTurnOf(token);
        const uri = uriOfFile(documents, path);
        if (!open.has(uri)) add(uri, analyzer.analyzeFile(path));
      }
      return found;
    });
  },
};

/** Designs and SQL by their names. */
const searched = /\.(?:(?:aurora|scenario)\.ya?ml|sql)$/i;

function symbolsOf(analysis: Analysis): readonly WorkspaceSymbol[] {
  switch (analysis.kind) {
    case 'blueprint':
    case 'scenarios':
      return blueprintWorkspaceSymbols(analysis.blueprint, namesOf(analysis));
    case 'cloudformation':
      return templateWorkspaceSymbols(analysis.template, namesOf(analysis));
    case 'sql':
      return sqlWorkspaceSymbols(analysis.sql);
  }
}

const kinds = {
  cluster: SymbolKind.Class,
  instance: SymbolKind.Object,
  endpoint: SymbolKind.Interface,
  scenario: SymbolKind.Event,
  resource: SymbolKind.Class,
  function: SymbolKind.Function,
} as const;

function toProtocolSymbol({ name, kind, container, range }: WorkspaceSymbol, uri: string, { lines }: Analysis) {
  return {
    name,
    kind: kinds[kind],
    containerName: container,
    location: { uri, range: toProtocolRange(lines, range) },
  };
}
