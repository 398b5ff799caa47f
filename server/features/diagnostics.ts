import { createHash } from 'node:crypto';
import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../documents/analysis.ts';
import { pathOfUri } from '../documents/uri-of-file.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/**
 * `textDocument/diagnostic`: the findings of a document, for editors that ask for them. They ask a last time about one
 * that is closed: then those of the file stay, where the files of the workspace are judged.
 */
export const pullDiagnostics: Feature = {
  capabilities: (client) =>
    client.textDocument?.diagnostic === undefined
      ? {}
      : { diagnosticProvider: { identifier: 'aurora', interFileDependencies: true, workspaceDiagnostics: true } },
  register: ({ connection, documents, analyzer, workspaceFiles, settings }, client) => {
    if (client.textDocument?.diagnostic === undefined) return;
    const analysisOf = async (uri: string, token: CancellationToken): Promise<Analysis | undefined> => {
      if (documents.get(uri) !== undefined) return analyzer.judge(uri, token);
      const path = pathOfUri(uri);
      const isJudged = settings().workspaceDiagnostics !== 'off' && path !== undefined && workspaceFiles.has(path);
      if (!isJudged) return undefined;
      await analyzer.lookAtSqlFiles(token);
      return analyzer.judgeFile(path);
    };
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      const analysis = await analysisOf(uri, token);
      return analysis === undefined
        ? { kind: DocumentDiagnosticReportKind.Full, items: [] }
        : reportOf(analysis, previousResultId);
    });
    analyzer.onAffected(() => {
      if (client.workspace?.diagnostics?.refreshSupport === true) connection.languages.diagnostics.refresh();
    });
  },
};

/** `textDocument/publishDiagnostics`: the same for editors that wait to be told; never both. */
export const pushDiagnostics: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, analyzer }, client) => {
    if (client.textDocument?.diagnostic !== undefined) return;
    const judging = new Set<string>();
    const publish = async ({ uri }: TextDocument): Promise<void> => {
      // Whoever is at it already finds what is wrong with the newest text.
      if (judging.has(uri)) return;
      judging.add(uri);
      const analysis = await analyzer.judge(uri).finally(() => judging.delete(uri));
      const version = documents.get(uri)?.version;
      if (version === undefined) return;
      await connection.sendDiagnostics({
        uri,
        version,
        diagnostics: analysis === undefined ? [] : diagnosticsOf(analysis),
      });
    };
    documents.onDidChangeContent(({ document }) => void publish(document));
    documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
    analyzer.onAffected((affected) => {
      for (const document of affected) void publish(document);
    });
  },
};

/** A report of all findings, or that they are those of the report that an editor has. Reports that say the same have one id. */
export function reportOf(analysis: Analysis, previousResultId: string | undefined): DocumentDiagnosticReport {
  const items = diagnosticsOf(analysis);
  const resultId = createHash('sha1').update(JSON.stringify(items)).digest('base64url');
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** The findings of an analysis as the protocol writes them. */
export function diagnosticsOf({ findings, lines }: Analysis): Diagnostic[] {
  return findings.map((finding) => ({
    range: toProtocolRange(lines, finding.range),
    severity: severities[finding.severity],
    source: 'Aurora',
    code: finding.rule,
    message: finding.message,
  }));
}

/** Whether a diagnostic that an editor sent back stands for this finding. */
export function isDiagnosticOf(diagnostic: Diagnostic, finding: Finding): boolean {
  return diagnostic.code === finding.rule && diagnostic.message === finding.message;
}
