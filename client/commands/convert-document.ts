import type { Conversion } from '@aurora-blueprint/core/editing/conversion.ts';
import { type ConvertResult, convertMethod } from '@aurora-blueprint/core/protocol/conversion-request.ts';
import { type TextDocument, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';

/**
 * Writes the design in the active editor in the other format, a blueprint as CloudFormation templates or a template as a
 * blueprint, into new files beside it, and shows the first. Of a document that was never saved, as documents of that kind.
 */
export async function convertActiveDocument(server: LanguageServer): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    void window.showInformationMessage('Open a blueprint, or a CloudFormation template with an Aurora cluster.');
    return;
  }
  try {
    const result = await server.request<ConvertResult>(convertMethod, { uri: document.uri.toString() });
    if ('problem' in result) void window.showInformationMessage(result.problem);
    else await write(document, result);
  } catch (error) {
    void window.showWarningMessage(serverFailure(error));
  }
}

async function write(document: TextDocument, { files, remarks }: Conversion): Promise<void> {
  if (files.length === 0) {
    void window.showInformationMessage(remarks.join(' '));
    return;
  }
  const shown = document.isUntitled ? await openUnsaved(document, files) : await createBeside(document, files);
  if (shown !== undefined) await window.showTextDocument(shown, { viewColumn: ViewColumn.Beside, preview: false });
  if (remarks.length > 0) void window.showInformationMessage(remarks.join(' '));
}

/** The first of the documents that hold the files, none of them saved. */
async function openUnsaved(document: TextDocument, files: Conversion['files']): Promise<TextDocument | undefined> {
  const language = document.languageId === 'aurora-blueprint' ? 'yaml' : 'aurora-blueprint';
  const opened = await Promise.all(files.map(({ text }) => workspace.openTextDocument({ language, content: text })));
  return opened[0];
}

/** The first of the files, after all were written; VS Code writes over none that is there. */
async function createBeside(document: TextDocument, files: Conversion['files']): Promise<TextDocument | undefined> {
  const edit = new WorkspaceEdit();
  const uris = files.map(({ fileName }) => Uri.joinPath(document.uri, '..', fileName));
  for (const [index, uri] of uris.entries()) {
    edit.createFile(uri, { contents: new TextEncoder().encode(files[index]?.text) });
  }
  const [first] = uris;
  if (first === undefined || !(await workspace.applyEdit(edit))) {
    const names = files.map(({ fileName }) => fileName).join(', ');
    void window.showWarningMessage(
      `${names} cannot be written beside this file. Check that the folder can be written to.`,
    );
    return undefined;
  }
  return workspace.openTextDocument(first);
}
