import { foldsOf } from '@aurora-blueprint/core/editing/folding.ts';
import { foldsOfSql } from '@aurora-blueprint/core/editing/sql/sql-folding.ts';
import type { FoldingRange } from 'vscode-languageserver';
import { sqlDocument } from '../documents/sql-document.ts';
import { yamlContents } from '../documents/yaml-contents.ts';
import type { Feature } from './feature.ts';

/** `textDocument/foldingRange`: entries, items, texts, comments and regions of designs and templates; statements and bodies of SQL. */
export const foldingRanges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onFoldingRanges(({ textDocument }): FoldingRange[] | null => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined) return null;
      if (analysis.kind === 'sql') return [...foldsOfSql(sqlDocument(analysis))];
      return [...foldsOf(analysis.text, yamlContents(analysis))];
    });
  },
};
