import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import { type Diagnostic, DiagnosticSeverity, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** `textDocument/diagnostic`: the findings of a document, for editors that ask for them. */
export const pullDiagnostics: Feature = {
  capabilities: (client) =>
    client.textDocument?.diagnostic === undefined
      ? {}
      : { diagnosticProvider: { identifier: 'aurora', interFileDependencies: true, workspaceDiagnostics: false } },
  register: ({ connection, analyzer }, client) => {
    if (client.textDocument?.diagnostic === undefined) return;
    connection.languages.diagnostics.on(({ textDocument }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      return { kind: DocumentDiagnosticReportKind.Full, items: analysis === undefined ? [] : diagnosticsOf(analysis) };
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
