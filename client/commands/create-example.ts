import { Position, Selection, type TextDocument, type ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';

const example = `aurora: 1
name: example
engine: aurora-postgresql
engineVersion: "16.13"

primary:
  region: eu-west-1
  instances:
    - { id: example-a, class: db.r7g.large, availabilityZone: eu-west-1a, role: writer, promotionTier: 0 }
    - { id: example-b, class: db.r7g.large, availabilityZone: eu-west-1b, promotionTier: 1 }
  backupRetentionPeriod: 7
  preferredBackupWindow: 03:00-03:30
  preferredMaintenanceWindow: sun:05:00-sun:05:30
  deletionProtection: true
`;

/** A call that gives an answer in a preview, and a finding when its language is changed. */
const sqlExample = `-- Aurora PostgreSQL. Change 'en' to 'english' and see the call checked;
-- "Aurora: Preview Inference" shows what it returns, without an account.
SELECT s.sentiment, s.confidence
FROM aws_comprehend.detect_sentiment('The parcel came a day early.', 'en') AS s;
`;

/** Opens an SQL text that calls a model, unsaved, with the cursor on the call. */
export async function createSqlExample(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'sql', content: sqlExample });
  const editor = await window.showTextDocument(document);
  const call = document.positionAt(sqlExample.indexOf('detect_sentiment'));
  editor.selection = new Selection(call, call);
}

/** Opens a small design that works, unsaved. */
export async function createExample(viewColumn?: ViewColumn): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'aurora-blueprint', content: example });
  await window.showTextDocument(document, viewColumn);
}

/** Writes the example into a blueprint that is empty, as an edit that the editor can undo. */
export async function fillWithExample(document: TextDocument): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), example);
  await workspace.applyEdit(edit);
}
