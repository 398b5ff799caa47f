import { isTemplateText } from '@aurora-blueprint/core/design/readers/template/is-aurora-template.ts';
import { completeBlueprint } from '@aurora-blueprint/core/editing/complete-blueprint.ts';
import { completeSuppression } from '@aurora-blueprint/core/editing/complete-suppression.ts';
import type { CompletionItem as OfferedItem } from '@aurora-blueprint/core/editing/completion-item.ts';
import { plainInsertText } from '@aurora-blueprint/core/editing/plain-insert-text.ts';
import { completeSql } from '@aurora-blueprint/core/editing/sql/complete-sql.ts';
import { completeTemplate } from '@aurora-blueprint/core/editing/template/complete-template.ts';
import { completeTemplateSuppression } from '@aurora-blueprint/core/editing/template/complete-template-suppression.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../documents/analysis.ts';
import { sqlDocument } from '../documents/sql-document.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const kinds = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
} as const;

/**
 * `textDocument/completion`: what fits at the cursor of a blueprint, a template or an SQL text. `completionItem/resolve`: what an item
 * of the last list of a document is for, where the editor asks for that when it shows the item; others get it with the
 * list.
 */
export const completion: Feature = {
  capabilities: (client) => ({
    completionProvider: {
      triggerCharacters: [' ', '-', ',', '{', '[', '/', '!', '.', '"', "'", '('],
      resolveProvider: resolvesDocumentation(client),
    },
  }),
  register: ({ connection, analyzer, documents }, client) => {
    const takesSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    const resolves = resolvesDocumentation(client);
    const lists = new Map<string, OfferedList>();
    let count = 0;
    connection.onCompletion(({ textDocument, position, context }) => {
      const analysis = analyzer.analyze(textDocument.uri) ?? analyzer.analyzeBegunSql(textDocument.uri);
      const text = analysis?.text ?? newTemplateIn(documents.get(textDocument.uri));
      if (text === undefined) return [];
      const lines = analysis?.lines ?? new LineIndex(text);
      const isAsked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      const items = itemsIn(analysis, text, lines.offsetAt(position), isAsked);
      count += 1;
      if (resolves) lists.set(textDocument.uri, { number: count, items });
      return items.map((item, index) => {
        const written = takesSnippets ? item : { ...item, insertText: plainInsertText(text, item), isSnippet: false };
        const data: ItemData = { uri: textDocument.uri, list: count, index };
        return { ...toProtocolItem(written, lines), ...(resolves ? { data } : documented(item)) };
      });
    });
    if (!resolves) return;
    connection.onCompletionResolve((item) => {
      const offered = offeredAs(item.data, lists);
      return offered === undefined ? item : { ...item, ...documented(offered) };
    });
    documents.onDidClose(({ document }) => lists.delete(document.uri));
  },
};

/** What was offered last in a document. */
interface OfferedList {
  readonly number: number;
  readonly items: readonly OfferedItem[];
}

/** What an item carries, so that it is found again. */
interface ItemData {
  readonly uri: string;
  readonly list: number;
  readonly index: number;
}

function offeredAs(data: ItemData | undefined, lists: ReadonlyMap<string, OfferedList>): OfferedItem | undefined {
  if (data === undefined) return undefined;
  const known = lists.get(data.uri);
  return known?.number === data.list ? known.items[data.index] : undefined;
}

function resolvesDocumentation({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true;
}

function documented({ documentation }: OfferedItem): Pick<CompletionItem, 'documentation'> {
  return { documentation: { kind: MarkupKind.Markdown, value: documentation } };
}

function itemsIn(
  analysis: Analysis | undefined,
  text: string,
  offset: number,
  isAsked: boolean,
): readonly OfferedItem[] {
  switch (analysis?.kind) {
    case 'blueprint':
    case 'scenarios': {
      const { blueprint } = analysis;
      return (
        completeSuppression(blueprint, () => analysis.findings, offset) ?? completeBlueprint(text, offset, blueprint)
      );
    }
    case 'cloudformation': {
      const { template } = analysis;
      const suppressions = completeTemplateSuppression(template, () => analysis.findings, offset);
      return suppressions ?? completeTemplate(text, offset, template);
    }
    case 'sql':
      return completeSql(sqlDocument(analysis), offset, { isAsked });
    default:
      return completeTemplate(text, offset);
  }
}

/** The text of a template that has nothing of Aurora yet, or too little to be read. */
function newTemplateIn(document: TextDocument | undefined): string | undefined {
  const text = document?.getText();
  return text !== undefined && isTemplateText(text) ? text : undefined;
}

function toProtocolItem(item: OfferedItem, lines: LineIndex): CompletionItem {
  const { label, kind, detail, insertText, isSnippet, range, sortText, filterText } = item;
  return {
    label,
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toProtocolRange(lines, range), newText: insertText },
    sortText,
    ...(filterText === undefined ? {} : { filterText }),
  };
}
