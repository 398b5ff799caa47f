import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { toProtocolEdit } from '../protocol-ranges.ts';
import { diagnosticsOf, isDiagnosticOf } from './diagnostics.ts';
import type { Feature } from './feature.ts';

/** `textDocument/codeAction`: the fixes of the findings in the range. */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  register: ({ connection, analyzer }) => {
    connection.onCodeAction(({ textDocument, context, range }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined) return [];
      const { lines, findings } = analysis;
      const start = lines.offsetAt(range.start);
      const end = lines.offsetAt(range.end);
      const touched = findings.filter((finding) => finding.range.start <= end && start <= finding.range.end);
      return touched.flatMap((finding) => {
        const shown = context.diagnostics.find((diagnostic) => isDiagnosticOf(diagnostic, finding));
        const diagnostics = shown === undefined ? diagnosticsOf({ ...analysis, findings: [finding] }) : [shown];
        return finding.fixes.map((fix, index): CodeAction => {
          const edits = fix.edits.map((edit) => toProtocolEdit(lines, edit));
          return {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics,
            isPreferred: index === 0 && finding.fixes.length === 1,
            edit: { changes: { [textDocument.uri]: edits } },
          };
        });
      });
    });
  },
};
