import type { NewBlueprint } from '@aurora-blueprint/core/protocol/new-design-request.ts';
import { Position, Selection, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/**
 * Opens a new blueprint, not saved yet: in the editor that shows an empty one, otherwise under a name that is free beside
 * the file in the editor, or on top of the workspace.
 */
export async function openBlueprint({ fileName, text }: NewBlueprint): Promise<void> {
  const shown = window.activeTextEditor?.document;
  const document = shown !== undefined && isEmptyBlueprint(shown) ? shown : await newDocument(fileName);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(0, 0, 0, 0);
  editor.revealRange(editor.selection);
}

/** Whether nothing stands in a blueprint. */
export function isEmptyBlueprint(document: TextDocument): boolean {
  return document.languageId === 'aurora-blueprint' && document.getText().trim() === '';
}

async function newDocument(fileName: string): Promise<TextDocument> {
  const folder = folderForNewFiles();
  if (folder === undefined) return workspace.openTextDocument({ language: 'aurora-blueprint' });
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? fileName : fileName.replace(/(?=\.aurora\.ya?ml$)/, `-${number}`);
    const file = Uri.joinPath(folder, name);
    const untitled = file.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    if (!isOpen && !(await exists(file))) return workspace.openTextDocument(untitled);
  }
}

/** The folder of the file in the editor where it lies in the workspace, or the first folder of that. */
function folderForNewFiles(): Uri | undefined {
  const shown = window.activeTextEditor?.document.uri;
  const isInside = shown !== undefined && workspace.getWorkspaceFolder(shown) !== undefined;
  return isInside ? Uri.joinPath(shown, '..') : workspace.workspaceFolders?.[0]?.uri;
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
