import { clientCommands, type StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { defaultSeed } from '@aurora-blueprint/core/simulation/scenario.ts';
import type { Range as TextRange } from '@aurora-blueprint/core/text/range.ts';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';
import { diagnosticsOf, isDiagnosticOf } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { fixAllKind, fixAllOfRule, fixAllSafely } from './fix-all-actions.ts';
import { refactorActions, sortKind } from './refactor-actions.ts';

/** Kinds of the actions that are offered. */
const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  sortKind,
  fixAllKind,
];

/**
 * `textDocument/codeAction` and `codeAction/resolve`: the fixes of the findings in the range, those of their rules in the
 * whole file, a run of the failure that proves one, and the safe fixes of all rules where an editor asks for source actions; and what can be done with what is
 * selected though nothing is wrong. The edits of the latter are planned for the one that a person chooses.
 */
export const codeActions: Feature = {
  capabilities: (client) => ({ codeActionProvider: { codeActionKinds, resolveProvider: resolvesEdits(client) } }),
  register: ({ connection, analyzer, documents, clientCommands: commands }, client) => {
    connection.onCodeAction(({ textDocument: { uri }, context, range }) => {
      const analysis = analyzer.analyze(uri);
      if (analysis === undefined) return [];
      const document = { uri, analysis, analyzer };
      const actions: CodeAction[] = [];
      if (asksFor(context, CodeActionKind.QuickFix)) {
        const { findings } = analysis;
        const { start, end } = offsetsOf(analysis, range);
        const touched = findings.filter((finding) => finding.range.start <= end && start <= finding.range.end);
        const rules = new Set(touched.map(({ rule }) => rule));
        actions.push(...touched.flatMap((finding) => quickFixes(uri, analysis, finding, context)));
        for (const rule of rules) actions.push(...fixAllOfRule(document, rule));
        if (commands().has(clientCommands.simulate)) actions.push(...playedFailures(uri, analysis, touched));
      }
      if (asksFor(context, fixAllKind)) actions.push(...fixAllSafely(document));
      const version = documents.get(uri)?.version ?? 0;
      const selected = offsetsOf(analysis, range);
      const offered = refactorActions(uri, analysis, selected, (kind) => asksFor(context, kind), client);
      for (const { title, kind, edit } of offered) {
        const chosen: ChosenAction = { uri, version, range };
        actions.push(resolvesEdits(client) ? { title, kind, data: chosen } : { title, kind, edit: edit() });
      }
      return actions;
    });
    connection.onCodeActionResolve((action) => {
      if (!isChosen(action.data)) return action;
      const { uri, version, range } = action.data;
      const analysis = documents.get(uri)?.version === version ? analyzer.analyze(uri) : undefined;
      if (analysis === undefined) return new ResponseError(LSPErrorCodes.ContentModified, changed);
      const selected = offsetsOf(analysis, range);
      const offered = refactorActions(uri, analysis, selected, (kind) => kind === action.kind, client);
      const edit = offered.find(({ title }) => title === action.title)?.edit();
      return edit === undefined ? action : { ...action, edit };
    });
  },
};

/** What tells again which action a person has chosen. */
interface ChosenAction {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}

function isChosen(data: unknown): data is ChosenAction {
  return typeof data === 'object' && data !== null && 'range' in data;
}

const changed = 'The document has changed since this was offered. Ask again.';

/** Whether an editor asks for the edit of an action once a person has chosen it. */
function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

function offsetsOf({ lines }: Analysis, { start, end }: Range): TextRange {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/**
 * Whether an editor asks for actions of a kind, or of one above it. Where it does not say, for quick fixes; for
 * refactorings too where a person asks, not where the editor does by itself at every move of the cursor.
 */
function asksFor({ only, triggerKind }: CodeActionContext, kind: string): boolean {
  const isByItself = triggerKind === CodeActionTriggerKind.Automatic;
  const kinds = only ?? [CodeActionKind.QuickFix, ...(isByItself ? [] : [CodeActionKind.Refactor])];
  return kinds.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
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

/** "Play this failure": what proves a finding, in the panel, which shows blueprints of one design. */
function playedFailures(uri: string, analysis: Analysis, findings: readonly Finding[]): CodeAction[] {
  if (analysis.kind !== 'blueprint' || analysis.blueprint.documents.length !== 1) return [];
  return findings.flatMap((finding) => {
    if (finding.proof === undefined) return [];
    const { fault, scenario } = finding.proof;
    const place: StagePlace = { uri, run: { fault }, seed: defaultSeed };
    const title = `Play this failure: ${scenario.name}`;
    const command = { title, command: clientCommands.simulate, arguments: [place] };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
  });
}
