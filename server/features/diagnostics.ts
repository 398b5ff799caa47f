import { createHash } from 'node:crypto';
import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
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
    const analysisOf = (uri: string): Analysis | undefined => {
      if (documents.get(uri) !== undefined) return analyzer.analyze(uri);
      const path = pathOfUri(uri);
      const isJudged = settings().workspaceDiagnostics !== 'off' && path !== undefined && workspaceFiles.has(path);
      return isJudged ? analyzer.analyzeFile(path) : undefined;
    };
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) => {
      const analysis = analysisOf(uri);
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
    const publish = (uri: string, version: number): void => {
      const analysis = analyzer.analyze(uri);
      const diagnostics = analysis === undefined ? [] : diagnosticsOf(analysis);
      void connection.sendDiagnostics({ uri, version, diagnostics });
    };
    documents.onDidChangeContent(({ document }) => publish(document.uri, document.version));
    documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
    analyzer.onAffected((affected) => {
      for (const document of affected) publish(document.uri, document.version);
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
