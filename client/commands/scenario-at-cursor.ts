import type { StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import {
  type ScenarioTestsResult,
  scenarioTestsMethod,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import { window } from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';

/** The scenario in whose lines the cursor of a scenario file stands, or its first one; undefined in any other editor. */
export async function scenarioAtCursor(server: LanguageServer): Promise<StagePlace | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'aurora-scenarios') return undefined;
  try {
    const params = { uri: editor.document.uri.toString() };
    const { tests } = await server.request<ScenarioTestsResult>(scenarioTestsMethod, params);
    const { line } = editor.selection.active;
    return (tests.findLast(({ range }) => range.start.line <= line) ?? tests[0])?.place;
  } catch (error) {
    void window.showWarningMessage(serverFailure(error));
    return undefined;
  }
}
