import { blueprintRefactorings } from '@aurora-blueprint/core/editing/refactorings/blueprint-refactorings.ts';
import type { RefactoringKind } from '@aurora-blueprint/core/editing/refactorings/refactoring.ts';
import { templateRefactorings } from '@aurora-blueprint/core/editing/refactorings/template-refactorings.ts';
import type { Range } from '@aurora-blueprint/core/text/range.ts';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis, BlueprintAnalysis, TemplateAnalysis } from '../documents/analysis.ts';
import { convertDocument, isConvertible } from '../documents/convert-document.ts';
import { namesOf } from '../documents/names-of.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';

/** Sorts what has no order of its own; editors run it on saving where a person says so. */
export const sortKind: RefactoringKind = 'source.sortMembers';

/** An action that mends nothing; its edit is planned when it is asked for. */
export interface RefactorAction {
  readonly title: string;
  readonly kind: RefactoringKind;
  readonly edit: () => WorkspaceEdit;
}

/** What can be done with what is selected in a document, of the kinds that are wanted. */
export function refactorActions(
  uri: string,
  analysis: Analysis,
  selected: Range,
  isWanted: (kind: RefactoringKind) => boolean,
  client: ClientCapabilities,
): readonly RefactorAction[] {
  const conversions = isWanted('refactor.rewrite') && createsFiles(client) ? conversion(uri, analysis, selected) : [];
  return [
    ...refactorings(analysis, selected, isWanted).map(({ title, kind, edits }) => {
      const edit = () => ({ changes: { [uri]: edits().map((one) => toProtocolEdit(analysis.lines, one)) } });
      return { title, kind, edit };
    }),
    ...conversions,
  ];
}

function refactorings(analysis: Analysis, selected: Range, isWanted: (kind: RefactoringKind) => boolean) {
  const findings = () => analysis.findings;
  if (analysis.kind === 'blueprint') {
    const known = { findings, names: () => namesOf(analysis) };
    return blueprintRefactorings(analysis.blueprint, known, selected, isWanted);
  }
  if (analysis.kind === 'cloudformation') return templateRefactorings(analysis.template, findings, selected, isWanted);
  return [];
}

function createsFiles({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations.includes('create');
}

/** The design in the other format, in files beside this one: where its name stands, or the cluster of a template. */
function conversion(uri: string, analysis: Analysis, { start }: Range): readonly RefactorAction[] {
  if (!uri.startsWith('file:') || !isConvertible(analysis) || !isHead(analysis, start)) return [];
  const title =
    analysis.kind === 'blueprint'
      ? 'Export to CloudFormation beside this file'
      : 'Import as a blueprint beside this file';
  const edit = () => {
    const files = convertDocument(uri, analysis)?.files ?? [];
    return {
      documentChanges: files.flatMap(({ fileName, text }) =>
        newFile(new URL(encodeURIComponent(fileName), uri).href, text),
      ),
    };
  };
  return [{ title, kind: 'refactor.rewrite', edit }];
}

/** Whether the format version or the name of a design stands at an offset, or the logical id of a cluster. */
function isHead(analysis: BlueprintAnalysis | TemplateAnalysis, offset: number): boolean {
  if (analysis.kind === 'cloudformation') {
    const { clusters, syntax } = analysis.template;
    const keys = clusters.flatMap(({ logicalId }) => syntax.resources.get(logicalId)?.key ?? []);
    return keys.some(({ start, end }) => start <= offset && offset <= end);
  }
  return analysis.blueprint.documents.some(({ locator }) => {
    const [key] = locator.pathAt(offset) ?? [];
    return key === 'aurora' || key === 'name';
  });
}

function newFile(uri: string, newText: string) {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create' as const, uri, options: { overwrite: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
  ];
}
