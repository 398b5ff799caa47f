import type { CodeLens } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/codeLens`: "Preview inference" above each ML call that Aurora knows. */
export const codeLenses: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  register: ({ connection, analyzer }) => {
    connection.onCodeLens(({ textDocument: { uri } }): CodeLens[] => {
      const analysis = analyzer.analyze(uri);
      if (analysis?.kind !== 'sql') return [];
      const { lines, sql } = analysis;
      return sql.calls
        .filter(({ signature }) => signature !== undefined)
        .map(({ range }) => ({
          range: toProtocolRange(lines, range),
          command: {
            title: 'Preview inference',
            command: 'auroraBlueprint.previewInference',
            arguments: [{ uri, position: lines.positionAt(range.start) }],
          },
        }));
    });
  },
};
