import { commands, type Disposable, type TextEditor, window } from 'vscode';

/** Context keys by which steps of the walkthrough are done: those cannot see what language an editor shows. */
const doneBy: Readonly<Record<string, string>> = {
  'aurora-blueprint': 'auroraBlueprint.hasShownBlueprint',
  sql: 'auroraBlueprint.hasShownSql',
};

/** Marks the steps of the walkthrough that are done by looking at a blueprint or at SQL. */
export function markWalkthroughSteps(): Disposable {
  const mark = (editor: TextEditor | undefined) => {
    const key = doneBy[editor?.document.languageId ?? ''];
    if (key !== undefined) void commands.executeCommand('setContext', key, true);
  };
  mark(window.activeTextEditor);
  return window.onDidChangeActiveTextEditor(mark);
}
