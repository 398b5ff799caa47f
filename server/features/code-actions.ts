import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';
import { diagnosticsOf, isDiagnosticOf } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { fixAllKind, fixAllOfRule, fixAllSafely } from './fix-all-actions.ts';

/**
 * `textDocument/codeAction`: the fixes of the findings in the range, those of their rules in the whole file, and the
 * safe fixes of all rules where an editor asks for source actions.
 */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }),
  register: ({ connection, analyzer }) => {
    connection.onCodeAction(({ textDocument: { uri }, context, range }) => {
      const analysis = analyzer.analyze(uri);
      if (analysis === undefined) return [];
      const document = { uri, analysis, analyzer };
      const actions: CodeAction[] = [];
      if (asksFor(context, CodeActionKind.QuickFix)) {
        const { lines, findings } = analysis;
        const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
        const touched = findings.filter((finding) => finding.range.start <= end && start <= finding.range.end);
        const rules = new Set(touched.map(({ rule }) => rule));
        actions.push(...touched.flatMap((finding) => quickFixes(uri, analysis, finding, context)));
        for (const rule of rules) actions.push(...fixAllOfRule(document, rule));
      }
      if (asksFor(context, fixAllKind)) actions.push(...fixAllSafely(document));
      return actions;
    });
  },
};

/** Whether an editor asks for actions of a kind, or of one above it; for quick fixes where it does not say. */
function asksFor({ only = [CodeActionKind.QuickFix] }: CodeActionContext, kind: string): boolean {
  return only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(uri: string, analysis: Analysis, finding: Finding, context: CodeActionContext): CodeAction[] {
  const shown = context.diagnostics.find((diagnostic) => isDiagnosticOf(diagnostic, finding));
  const diagnostics = shown === undefined ? diagnosticsOf({ ...analysis, findings: [finding] }) : [shown];
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: finding.fixes.length === 1,
    edit: { changes: { [uri]: fix.edits.map((edit) => toProtocolEdit(analysis.lines, edit)) } },
  }));
}
