import { formatYaml } from '@aurora-blueprint/core/editing/format/format-yaml.ts';
import {
  type ClientCapabilities,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { isAuroraYaml } from '../documents/aurora-yaml.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';
import type { Feature, ServerContext } from './feature.ts';
import { registerByFile } from './register-by-file.ts';

/**
 * `textDocument/formatting` and `textDocument/rangeFormatting`: blueprints and templates in YAML are made even.
 */
export const formatting: Feature = {
  capabilities: (client) =>
    takesRegistrations(client) ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  register: (context, client) => {
    const { connection } = context;
    connection.onDocumentFormatting(({ textDocument, options }) => editsOf(context, textDocument.uri, options));
    connection.onDocumentRangeFormatting(({ textDocument, options, range }) =>
      editsOf(context, textDocument.uri, options, range),
    );
    if (!takesRegistrations(client)) return;
    registerByFile(context, isAuroraYaml, (registration, documentSelector) => {
      registration.add(DocumentFormattingRequest.type, { documentSelector });
      registration.add(DocumentRangeFormattingRequest.type, { documentSelector });
    });
  },
};

function takesRegistrations({ textDocument }: ClientCapabilities): boolean {
  const { formatting: whole, rangeFormatting: range } = textDocument ?? {};
  return whole?.dynamicRegistration === true && range?.dynamicRegistration === true;
}

function editsOf(
  { analyzer, documents }: ServerContext,
  uri: string,
  { tabSize }: FormattingOptions,
  lines?: Range,
): TextEdit[] | null {
  const document = documents.get(uri);
  const analysis = analyzer.analyze(uri);
  if (document === undefined || analysis === undefined || !isAuroraYaml(document)) return null;
  const range = lines && { start: analysis.lines.offsetAt(lines.start), end: analysis.lines.offsetAt(lines.end) };
  const edits = formatYaml(analysis.text, { tabSize, ...(range === undefined ? {} : { range }) });
  return edits.map((edit) => toProtocolEdit(analysis.lines, edit));
}
