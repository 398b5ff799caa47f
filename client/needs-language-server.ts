import { mentionsAuroraMl } from '@aurora-blueprint/core/sql/mentions-aurora-ml.ts';
import type { TextDocument } from 'vscode';

/** Whether there is anything of Aurora's in a document; without, no server is started for it. */
export function needsLanguageServer(document: TextDocument): boolean {
  if (document.languageId === 'aurora-blueprint') return true;
  return document.languageId === 'sql' && mentionsAuroraMl(document.getText());
}
