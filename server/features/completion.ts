import { completeBlueprint } from '@aurora-blueprint/core/editing/complete-blueprint.ts';
import { completeSuppression } from '@aurora-blueprint/core/editing/complete-suppression.ts';
import type { CompletionItem as BlueprintCompletion } from '@aurora-blueprint/core/editing/completion-item.ts';
import { plainInsertText } from '@aurora-blueprint/core/editing/plain-insert-text.ts';
import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const kinds = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
} as const;

/** `textDocument/completion`: what fits at the cursor of a blueprint. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [' ', '-', ',', '{', '[', '/'] } }),
  register: ({ connection, analyzer }, client) => {
    const takesSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    connection.onCompletion(({ textDocument, position }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind !== 'blueprint') return [];
      const { lines, text, blueprint, findings } = analysis;
      const offset = lines.offsetAt(position);
      const items = completeSuppression(blueprint, findings, offset) ?? completeBlueprint(text, offset, blueprint);
      return items.map((item) =>
        toProtocolItem(
          takesSnippets ? item : { ...item, insertText: plainInsertText(text, item), isSnippet: false },
          lines,
        ),
      );
    });
  },
};

function toProtocolItem(item: BlueprintCompletion, lines: LineIndex): CompletionItem {
  const { label, kind, detail, documentation, insertText, isSnippet, range, sortText, filterText } = item;
  return {
    label,
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toProtocolRange(lines, range), newText: insertText },
    sortText,
    ...(filterText === undefined ? {} : { filterText }),
  };
}
