import type { CallPlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import {
  type DescribeInferenceResult,
  describeInferenceMethod,
} from '@aurora-blueprint/core/protocol/inference-requests.ts';
import { window } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { PreviewPanel } from '../preview/preview-panel.ts';

/** Shows what an ML call would return: the one of the code lens, otherwise the one at the cursor. */
export async function previewInference(
  server: LanguageServer,
  preview: PreviewPanel,
  place?: CallPlace,
): Promise<void> {
  const params = place ?? placeOfCursor();
  if (params === undefined) {
    void window.showInformationMessage('Open an SQL file and put the cursor on a call of an Aurora ML function.');
    return;
  }
  const result = await server.request<DescribeInferenceResult>(describeInferenceMethod, params);
  if ('call' in result) await preview.show(result.call);
  else void window.showInformationMessage(result.problem);
}

function placeOfCursor(): CallPlace | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
