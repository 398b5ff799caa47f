import { type RangeOfResult, rangeOfMethod } from '@aurora-blueprint/core/protocol/location-requests.ts';
import {
  type CodeAction,
  commands,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from '../language-server.ts';

/** A path in one of the designs of a document, by its index. */
export interface PlaceInDesign {
  readonly path: string;
  readonly design: number;
}

/** Shows the lines of something of the design, selected: in its editor or, where it has none in sight, in `column`. */
export async function revealPath(
  server: LanguageServer,
  document: TextDocument,
  { path, design }: PlaceInDesign,
  column: ViewColumn,
): Promise<void> {
  const range = await rangeOf(server, document, { path, design });
  if (range === undefined) return;
  const uri = document.uri.toString();
  const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
  const editor = await window.showTextDocument(document, { viewColumn: visible?.viewColumn ?? column });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Applies a fix that a person chose in the panel, as an edit that the editor can undo. */
export async function applyFix(
  server: LanguageServer,
  document: TextDocument,
  { path, design }: PlaceInDesign,
  title: string,
): Promise<void> {
  const range = await rangeOf(server, document, { path, design });
  if (range === undefined) return;
  const command = 'vscode.executeCodeActionProvider';
  const actions = await commands.executeCommand<CodeAction[]>(command, document.uri, range);
  const edit = actions.find((action) => action.title === title)?.edit;
  if (edit === undefined)
    void window.showWarningMessage(`"${title}" fits this text no more. Look at the findings again.`);
  else await workspace.applyEdit(edit);
}

async function rangeOf(
  server: LanguageServer,
  document: TextDocument,
  place: PlaceInDesign,
): Promise<Range | undefined> {
  const { range } = await server.request<RangeOfResult>(rangeOfMethod, { uri: document.uri.toString(), ...place });
  if (range === null) return undefined;
  const { start, end } = range;
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
