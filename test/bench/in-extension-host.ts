import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disposable, extensions, languages, Uri, window, workspace } from 'vscode';

const mebibyte = 1_048_576;

/**
 * VS Code calls this inside the extension host. It wakes the extension up as a person does, by opening a blueprint with
 * one fault, and writes what that took to report.json beside itself: milliseconds and MiB.
 */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('aurora-blueprint.aurora-blueprint');
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (extension === undefined || folder === undefined) throw new Error('The extension or the folder is missing.');
  const hostBefore = process.memoryUsage().rss;

  const beforeActivation = performance.now();
  await extension.activate();
  const activation = performance.now() - beforeActivation;

  const uri = Uri.joinPath(folder, 'faulty.aurora.yaml');
  const diagnosed = firstDiagnostics(uri);
  const beforeOpening = performance.now();
  await window.showTextDocument(await workspace.openTextDocument(uri));
  await diagnosed;
  const firstFinding = performance.now() - beforeOpening;

  for (const name of ['orders.aurora.yaml', 'fraud.aurora.yaml', 'reviews.sql', 'fraud.mysql.sql']) {
    await window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder, name)));
  }
  const host = process.memoryUsage().rss;
  const report = {
    activation,
    firstFinding,
    extensionHost: host / mebibyte,
    extensionHostAdded: (host - hostBefore) / mebibyte,
    languageServer: residentSize('server/dist/lsp.js') / mebibyte,
  };
  await writeFile(join(__dirname, 'report.json'), JSON.stringify(report));
}

function firstDiagnostics(uri: Uri): Promise<void> {
  return new Promise((resolve) => {
    const listener: Disposable = languages.onDidChangeDiagnostics(() => {
      if (languages.getDiagnostics(uri).length === 0) return;
      listener.dispose();
      resolve();
    });
  });
}

/** Bytes in memory of the child of this process whose command names `script`. */
function residentSize(script: string): number {
  const list = execFileSync('ps', ['-o', 'rss=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  const line = list.split('\n').find((text) => text.includes(script));
  if (line === undefined) throw new Error(`No child process runs ${script}.`);
  return Number.parseInt(line, 10) * 1024;
}
