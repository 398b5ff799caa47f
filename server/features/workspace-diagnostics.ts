import type { CancellationToken, PreviousResultId, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { pathOfUri, uriOfFile } from '../documents/uri-of-file.ts';
import { isExamined } from '../documents/workspace-files.ts';
import { nextTurn, requestCancelled } from '../turns.ts';
import { reportOf } from './diagnostics.ts';
import type { Feature, ServerContext } from './feature.ts';

/**
 * `workspace/diagnostic`: the findings of every design of the workspace folders, open or not. An editor that takes them
 * part by part gets those of each folder as they are found; when nothing is new to it, the answer waits for a change.
 */
export const workspaceDiagnostics: Feature = {
  capabilities: () => ({}),
  register: (context, client) => {
    if (client.textDocument?.diagnostic === undefined) return;
    const { connection, changes } = context;
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, parts) => {
      const seen = changes.count;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const send = (reports: readonly WorkspaceDocumentDiagnosticReport[]) => {
        if (parts === undefined) items.push(...reports);
        else if (reports.length > 0) parts.report({ items: [...reports] });
      };
      const hasNews = await reportAll(context, previousResultIds, token, send);
      if (parts !== undefined && !hasNews) {
        await changes.after(seen, token);
        await reportAll(context, previousResultIds, token, send);
      }
      if (token.isCancellationRequested) throw requestCancelled();
      return { items };
    });
  },
};

/** Sends reports folder by folder; whether any of them says something new. */
async function reportAll(
  { documents, analyzer, workspaceFiles, settings }: ServerContext,
  previous: readonly PreviousResultId[],
  token: CancellationToken,
  send: (reports: readonly WorkspaceDocumentDiagnosticReport[]) => void,
): Promise<boolean> {
  const before = new Map(previous.map((known) => [pathOfUri(known.uri) ?? known.uri, known]));
  let hasNews = false;
  await analyzer.lookAtSqlFiles(token);
  for await (const files of workspaceFiles.byFolder(isExamined[settings().workspaceDiagnostics], token)) {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const path of files) {
      if (token.isCancellationRequested) return hasNews;
      await nextTurn();
      const analysis = await analyzer.judgeFile(path);
      if (analysis === undefined || (analysis.kind === 'sql' && analysis.governing === undefined)) continue;
      const uri = uriOfFile(documents, path);
      const report = reportOf(analysis, before.get(path)?.value);
      before.delete(path);
      hasNews ||= report.kind === 'full';
      reports.push({ ...report, uri, version: documents.get(uri)?.version ?? null });
    }
    send(reports);
  }
  // Whoever stops waiting has not heard of all files; none of them is gone.
  if (token.isCancellationRequested) return hasNews;
  const gone = [...before.values()].filter(({ uri }) => documents.get(uri) === undefined);
  send(gone.map(({ uri }) => ({ kind: 'full', uri, version: null, items: [] })));
  return hasNews || gone.length > 0;
}
