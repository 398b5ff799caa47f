import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';
import { nameAt } from './name-at.ts';

/** `textDocument/documentHighlight`: where the name under the cursor is written, its declaration as the one that writes. */
export const documentHighlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onDocumentHighlight((params): DocumentHighlight[] | null => {
      const found = nameAt(analyzer, params);
      if (found === undefined) return null;
      return found.name.mentions.map(({ range, role }) => ({
        range: toProtocolRange(found.analysis.lines, range),
        kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
  },
};
