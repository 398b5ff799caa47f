import { isTemplateText } from '@aurora-blueprint/core/design/readers/template/is-aurora-template.ts';
import { completeBlueprint } from '@aurora-blueprint/core/editing/complete-blueprint.ts';
import { completeSuppression } from '@aurora-blueprint/core/editing/complete-suppression.ts';
import type { CompletionItem as EditingCompletion } from '@aurora-blueprint/core/editing/completion-item.ts';
import { plainInsertText } from '@aurora-blueprint/core/editing/plain-insert-text.ts';
import { completeTemplate } from '@aurora-blueprint/core/editing/template/complete-template.ts';
import { completeTemplateSuppression } from '@aurora-blueprint/core/editing/template/complete-template-suppression.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../documents/analysis.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const kinds = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
} as const;

/** `textDocument/completion`: what fits at the cursor of a blueprint or a template. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [' ', '-', ',', '{', '[', '/', '!', '.', '"'] } }),
  register: ({ connection, analyzer, documents }, client) => {
    const takesSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    connection.onCompletion(({ textDocument, position }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind === 'sql') return [];
      const text = analysis?.text ?? newTemplateIn(documents.get(textDocument.uri));
      if (text === undefined) return [];
      const lines = analysis?.lines ?? new LineIndex(text);
      return itemsIn(analysis, text, lines.offsetAt(position)).map((item) =>
        toProtocolItem(
          takesSnippets ? item : { ...item, insertText: plainInsertText(text, item), isSnippet: false },
          lines,
        ),
      );
    });
  },
};

function itemsIn(analysis: Analysis | undefined, text: string, offset: number): readonly EditingCompletion[] {
  switch (analysis?.kind) {
    case 'blueprint': {
      const { blueprint, findings } = analysis;
      return completeSuppression(blueprint, findings, offset) ?? completeBlueprint(text, offset, blueprint);
    }
    case 'cloudformation': {
      const { template } = analysis;
      const suppressions = completeTemplateSuppression(template, () => analysis.findings, offset);
      return suppressions ?? completeTemplate(text, offset, template);
    }
    default:
      return completeTemplate(text, offset);
  }
}

/** The text of a template that has nothing of Aurora yet, or too little to be read. */
function newTemplateIn(document: TextDocument | undefined): string | undefined {
  const text = document?.getText();
  return text !== undefined && isTemplateText(text) ? text : undefined;
}

function toProtocolItem(item: EditingCompletion, lines: LineIndex): CompletionItem {
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
