import { type TextDocument, window, workspace } from 'vscode';

/** The blueprint a person means: the one in the editor, one that is open, the only one of the workspace, or their choice. */
export async function findBlueprint(): Promise<TextDocument | undefined> {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const shown = editors.find((editor) => editor?.document.languageId === 'aurora-blueprint');
  if (shown !== undefined) return shown.document;
  const files = await workspace.findFiles('**/*.aurora.{yaml,yml}', '**/node_modules/**', 200);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const [first, ...others] = files;
  if (first === undefined) return undefined;
  if (others.length === 0) return workspace.openTextDocument(first);
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Which blueprint?' });
  return chosen === undefined ? undefined : workspace.openTextDocument(chosen.uri);
}
