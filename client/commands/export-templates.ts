import type { Conversion } from '@aurora-blueprint/core/editing/conversion.ts';
import { type ExportResult, exportMethod } from '@aurora-blueprint/core/protocol/export-request.ts';
import { type TextDocument, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';
import { findBlueprint } from './find-blueprint.ts';

/**
 * Writes a blueprint as CloudFormation templates into new files beside it, one for each Region, and shows the first. Those
 * of a blueprint that was never saved are not saved either.
 */
export async function exportTemplates(server: LanguageServer): Promise<void> {
  const blueprint = await findBlueprint();
  if (blueprint === undefined) return;
  try {
    await server.start();
    const result = await server.request<ExportResult>(exportMethod, { uri: blueprint.uri.toString() });
    if ('problem' in result) void window.showInformationMessage(result.problem);
    else await write(blueprint, result);
  } catch (error) {
    void window.showWarningMessage(serverFailure(error));
  }
}

async function write(blueprint: TextDocument, { files, remarks }: Conversion): Promise<void> {
  const shown = blueprint.isUntitled ? await openUnsaved(files) : await createBeside(blueprint, files);
  if (shown !== undefined) await window.showTextDocument(shown, { viewColumn: ViewColumn.Beside, preview: false });
  if (remarks.length > 0) void window.showInformationMessage(remarks.join(' '));
}

/** The first of the documents that hold the templates, none of them saved. */
async function openUnsaved(files: Conversion['files']): Promise<TextDocument | undefined> {
  const open = ({ text }: Conversion['files'][number]) =>
    workspace.openTextDocument({ language: 'yaml', content: text });
  const [first] = await Promise.all(files.map(open));
  return first;
}

/** The first of the files, after all were written; VS Code writes over none that is there. */
async function createBeside(blueprint: TextDocument, files: Conversion['files']): Promise<TextDocument | undefined> {
  const edit = new WorkspaceEdit();
  const created = files.map(({ fileName, text }) => ({ uri: Uri.joinPath(blueprint.uri, '..', fileName), text }));
  for (const { uri, text } of created) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  const [first] = created;
  if (first === undefined) return undefined;
  if (await workspace.applyEdit(edit)) return workspace.openTextDocument(first.uri);
  const names = files.map(({ fileName }) => fileName).join(', ');
  void window.showWarningMessage(
    `${names} cannot be written beside the blueprint. Check that its folder takes new files.`,
  );
  return undefined;
}
