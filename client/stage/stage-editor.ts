import { type RangeOfResult, rangeOfMethod } from '@aurora-blueprint/core/protocol/location-requests.ts';
import {
  type CodeAction,
  CodeActionKind,
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

/** Applies a fix or another edit that a person chose in the panel; the editor can undo it. */
export async function applyEditAt(
  server: LanguageServer,
  document: TextDocument,
  { path, design }: PlaceInDesign,
  title: string,
): Promise<void> {
  const range = await rangeOf(server, document, { path, design });
  if (range === undefined) return;
  const actions = await actionsIn(document, range, mostActions);
  const edit = actions.find((action) => action.title === title)?.edit;
  if (edit === undefined)
    void window.showWarningMessage(`"${title}" fits this text no more. Look at the design again.`);
  else await workspace.applyEdit(edit);
}

/** The titles of what can be done with something of the design: the fixes of its findings, then other edits. */
export async function editsAt(
  server: LanguageServer,
  document: TextDocument,
  place: PlaceInDesign,
): Promise<readonly string[]> {
  const range = await rangeOf(server, document, place);
  if (range === undefined) return [];
  const actions = (await actionsIn(document, range, 0)).filter(({ kind }) =>
    menuKinds.some((one) => kind && one.contains(kind)),
  );
  const isFix = ({ kind }: CodeAction) => kind !== undefined && CodeActionKind.QuickFix.contains(kind);
  const sorted = [...actions.filter(isFix), ...actions.filter((action) => !isFix(action))];
  return [...new Set(sorted.map(({ title }) => title))];
}

const menuKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/** More than stand at one place. */
const mostActions = 50;

/** The code actions of a range; the edits of as many as are `resolved`. */
function actionsIn({ uri }: TextDocument, range: Range, resolved: number): Thenable<CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return commands.executeCommand<CodeAction[]>(command, uri, range, undefined, resolved);
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
