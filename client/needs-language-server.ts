import { isAuroraTemplate, isTemplateText } from '@aurora-blueprint/core/design/readers/template/is-aurora-template.ts';
import { beginsAuroraMl, mentionsAuroraMl } from '@aurora-blueprint/core/sql/mentions-aurora-ml.ts';
import { type TextDocument, workspace } from 'vscode';

/** Languages in which CloudFormation templates are written, with and without an extension for them. */
export const templateLanguages: readonly string[] = ['yaml', 'json', 'jsonc', 'cloudformation', 'cloudformation-json'];

/** Whether there is anything of Aurora's in a document; without, no server is started for it. */
export function needsLanguageServer(document: TextDocument): boolean {
  if (document.languageId === 'aurora-blueprint' || document.languageId === 'aurora-scenarios') return true;
  if (templateLanguages.includes(document.languageId)) return isAuroraTemplate(document.getText());
  return document.languageId === 'sql' && (looksIntoAllSql() || mentionsAuroraMl(document.getText()));
}

/** Whether a person wants syntax errors of every SQL file. */
function looksIntoAllSql(): boolean {
  return workspace.getConfiguration('auroraBlueprint').get('sql.syntaxErrors') === 'all';
}

/** Whether a document that is being edited is about to have something of Aurora's: its first database or call is begun. */
export function beginsAurora(document: TextDocument): boolean {
  if (document.languageId === 'sql') return beginsAuroraMl(document.getText());
  if (!templateLanguages.includes(document.languageId)) return false;
  const text = document.getText();
  return isTemplateText(text) && /\bAWS::RDS\b/.test(text);
}
