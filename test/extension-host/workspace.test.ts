import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, Uri, workspace } from 'vscode';
import { waitFor } from '../wait-for.ts';
import { open } from './documents.ts';

const design = (retention: number) => `aurora: 1
name: later
engine: aurora-postgresql
primary:
  region: us-east-1
  backupRetentionPeriod: ${retention}
  instances:
    - { id: later-a, class: db.r7g.large }
    - { id: later-b, class: db.r7g.large }
`;

const findings = (file: string) => languages.getDiagnostics(Uri.file(file)).map(({ code }) => code);

describe('designs that are not open', () => {
  it('are judged as another program changes them on disk', async () => {
    await open('orders.aurora.yaml');
    const [root] = workspace.workspaceFolders ?? [];
    assert(root, 'the suite runs with a folder open');
    const folder = join(root.uri.fsPath, 'later');
    const file = join(folder, 'later.aurora.yaml');
    mkdirSync(folder);
    try {
      writeFileSync(file, design(40));
      await waitFor('the finding of a new file', () => findings(file).length === 1);
      assert.deepEqual(findings(file), ['AUR301']);
      writeFileSync(file, design(30));
      await waitFor('the finding to go', () => findings(file).length === 0);
      writeFileSync(file, design(50));
      await waitFor('the finding to come back', () => findings(file).length === 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
    await waitFor('the finding to go with its folder', () => findings(file).length === 0);
  });
});
