import { editsOnType, signsTyped } from '@aurora-blueprint/core/editing/on-type.ts';
import { type ClientCapabilities, DocumentOnTypeFormattingRequest } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentKind } from '../documents/document-kind.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';
import { registerByFile } from './register-by-file.ts';

const [firstTriggerCharacter, ...moreTriggerCharacter] = signsTyped;
const triggers = { firstTriggerCharacter, moreTriggerCharacter };

/** `textDocument/onTypeFormatting`: below the key of a list of a blueprint or a scenario file a line begins with a dash. */
export const onTypeFormatting: Feature = {
  capabilities: (client) => (takesRegistrations(client) ? {} : { documentOnTypeFormattingProvider: triggers }),
  register: (context, client) => {
    const { connection, analyzer } = context;
    connection.onDocumentOnTypeFormatting(({ textDocument, position, options }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind !== 'blueprint' && analysis?.kind !== 'scenarios') return null;
      const { text, lines, blueprint } = analysis;
      const edits = editsOnType(text, lines.offsetAt(position), options.tabSize, blueprint);
      return edits.map((edit) => toProtocolEdit(lines, edit));
    });
    if (!takesRegistrations(client)) return;
    registerByFile(context, isWritten, (registration, documentSelector) => {
      registration.add(DocumentOnTypeFormattingRequest.type, { documentSelector, ...triggers });
    });
  },
};

function takesRegistrations({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.onTypeFormatting?.dynamicRegistration === true;
}

function isWritten(document: TextDocument): boolean {
  return ['blueprint', 'scenarios'].includes(documentKind(document.uri, document.languageId, document.getText()));
}
