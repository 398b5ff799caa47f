import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import type { SqlFileState } from '@aurora-blueprint/core/protocol/sql-file-request.ts';
import { nameDialect } from '@aurora-blueprint/core/sql/dialect.ts';
import {
  ConfigurationTarget,
  commands,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { dialectNames, fileState, reasonWords } from '../sql-status.ts';

interface Choice extends QuickPickItem {
  readonly run: () => Thenable<unknown>;
}

/**
 * Asks for the dialect of the SQL file in the editor and writes it into the file, or into the setting where that decides;
 * or opens the design that governs the file.
 */
export async function chooseSqlDialect(server: LanguageServer): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'sql') {
    void window.showInformationMessage('Open an SQL file that calls a function of Aurora machine learning.');
    return;
  }
  await server.start();
  const file = await fileState(server, document.uri.toString());
  if (file === undefined) {
    void window.showInformationMessage('This file calls no function of Aurora machine learning.');
    return;
  }
  const choice = await window.showQuickPick<QuickPickItem | Choice>(choices(document, file), {
    title: 'SQL Dialect',
    placeHolder: `${dialectNames[file.dialect]}: ${reasonWords[file.reason]}`,
  });
  if (choice !== undefined && 'run' in choice) await choice.run();
}

function choices(document: TextDocument, file: SqlFileState): readonly (QuickPickItem | Choice)[] {
  const { dialect, reason, design } = file;
  const stated = reason === 'setting' ? 'state it in the settings' : 'state it in a -- aurora: line of this file';
  const dialects = (['postgresql', 'mysql'] as const).map((one): Choice => {
    const isCurrent = one === dialect;
    return {
      label: dialectNames[one],
      description: isCurrent ? 'as it is read now' : stated,
      run: () => (reason === 'setting' ? setDialect(document, one) : writeDialect(document, one)),
    };
  });
  const auto: Choice = {
    label: 'Decide by the file',
    description: 'its name, the nearest design, or its statements',
    run: () => (reason === 'setting' ? setDialect(document, 'auto') : writeDialect(document, undefined)),
  };
  const isStated = reason === 'setting' || reason === 'comment';
  const opened = design && {
    label: `Open ${workspace.asRelativePath(Uri.parse(design.uri))}`,
    description: `the design ${design.name} governs this file`,
    run: () => window.showTextDocument(Uri.parse(design.uri)),
  };
  const settings: Choice = {
    label: 'Open Settings',
    description: 'auroraBlueprint.sql',
    run: () => commands.executeCommand('workbench.action.openSettings', 'auroraBlueprint.sql'),
  };
  return [
    ...dialects,
    ...(isStated ? [auto] : []),
    { label: '', kind: QuickPickItemKind.Separator },
    ...(opened === undefined ? [] : [opened]),
    settings,
  ];
}

async function writeDialect(document: TextDocument, dialect: SqlDialect | undefined): Promise<void> {
  const edit = nameDialect(document.getText(), dialect);
  if (edit === undefined) return;
  const { start, end } = edit.range;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const edits = new WorkspaceEdit();
  edits.replace(document.uri, range, edit.newText);
  await workspace.applyEdit(edits);
}

/** Writes the setting where it is set for now: in the folder, the workspace, or the person's own settings. */
function setDialect(document: TextDocument, dialect: SqlDialect | 'auto'): Thenable<void> {
  const settings = workspace.getConfiguration('auroraBlueprint.sql', document.uri);
  const set = settings.inspect('dialect');
  const ofWorkspace = set?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  const isOfFolder = set?.workspaceFolderValue !== undefined;
  return settings.update('dialect', dialect, isOfFolder ? ConfigurationTarget.WorkspaceFolder : ofWorkspace);
}
