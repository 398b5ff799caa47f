import assert from 'node:assert/strict';
import { Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder, 'the suite runs with a folder open');
  return show(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)));
}

/** Opens a text that no file holds. */
export async function openText(language: string, content: string): Promise<TextDocument> {
  return show(await workspace.openTextDocument({ language, content }));
}

/** Where this text stands for the first time. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert(start >= 0, `${text} stands in the document`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Puts one text in the place of another, as an edit of the editor. */
export async function replace(document: TextDocument, text: string, by: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), by);
  assert(await workspace.applyEdit(edit), 'VS Code applies the edit');
}

async function show(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document);
  return document;
}
