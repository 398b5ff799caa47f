import { foldsOf } from '@aurora-blueprint/core/editing/folding.ts';
import type { FoldingRange } from 'vscode-languageserver';
import { yamlContents } from '../documents/yaml-contents.ts';
import type { Feature } from './feature.ts';

/** `textDocument/foldingRange`: entries, items, texts, comments and regions of designs and templates. */
export const foldingRanges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onFoldingRanges(({ textDocument }): FoldingRange[] | null => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined || analysis.kind === 'sql') return null;
      return [...foldsOf(analysis.text, yamlContents(analysis))];
    });
  },
};
