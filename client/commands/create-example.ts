import { Position, type TextDocument, type ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';

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
