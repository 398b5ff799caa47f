import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Hover,
  languages,
  type MarkdownString,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  workspace,
} from 'vscode';
import { waitFor } from '../wait-for.ts';
import { open, rangeOf, replace } from './documents.ts';

/** The one finding with this code, once it is there. */
function finding(document: TextDocument, code: string): Promise<Diagnostic> {
  return waitFor(`${code} in ${document.fileName}`, () =>
    languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === code),
  );
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

async function withoutFindings(document: TextDocument): Promise<void> {
  await waitFor(`${document.fileName} without findings`, () => languages.getDiagnostics(document.uri).length === 0);
}

describe('a blueprint', () => {
  it('gets its findings where they belong, and a fix that mends them', async () => {
    const document = await open('orders.aurora.yaml');
    await replace(document, 'backupRetentionPeriod: 14', 'backupRetentionPeriod: 99 # days');
    const found = await finding(document, 'AUR301');
    assert.equal(found.source, 'Aurora');
    assert.equal(found.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(found.range), '99');

    const command = 'vscode.executeCodeActionProvider';
    const actions = await commands.executeCommand<CodeAction[]>(command, document.uri, found.range);
    const fix = actions.find(({ title }) => title === 'Set backupRetentionPeriod to 35')?.edit;
    assert(fix, 'the fix is offered');
    assert(await workspace.applyEdit(fix));
    assert(document.getText().includes('backupRetentionPeriod: 35 # days'));
    await withoutFindings(document);
  });

  it('is completed, explained and outlined', async () => {
    const document = await open('orders.aurora.yaml');
    const { start } = rangeOf(document, 'deletionProtection');
    const items = 'vscode.executeCompletionItemProvider';
    const { items: offered } = await commands.executeCommand<CompletionList>(items, document.uri, start);
    const labels = offered.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert(labels.includes('backtrackWindow') || labels.includes('storageEncrypted'), labels.join());

    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, start);
    const words = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value));
    assert(words.join().includes('deletionProtection'), words.join());

    const outline = 'vscode.executeDocumentSymbolProvider';
    const symbols = await commands.executeCommand<DocumentSymbol[]>(outline, document.uri);
    assert(symbols.some(({ name }) => name === 'primary'));
  });

  it('has its names coloured', async () => {
    const { uri } = await open('orders.aurora.yaml');
    const { data } = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    const legendOf = 'vscode.provideDocumentSemanticTokensLegend';
    const { tokenTypes } = await commands.executeCommand<SemanticTokensLegend>(legendOf, uri);
    const types = new Set(Array.from(data).flatMap((type, index) => (index % 5 === 3 ? tokenTypes[type] : [])));
    assert(types.has('variable') && types.has('enumMember'), [...types].join());
  });
});

describe('SQL', () => {
  it('is judged with the design beside it, also while that is edited', async () => {
    const sql = await open('reviews.sql');
    await withoutFindings(sql);
    const design = await open('orders.aurora.yaml');
    await replace(design, 'service: Comprehend', 'service: Bedrock');
    await open('reviews.sql');
    const { range, severity } = await finding(sql, 'AUR1101');
    assert.equal(sql.getText(range), 'aws_comprehend.detect_sentiment');
    assert.equal(severity, DiagnosticSeverity.Error);
    await replace(design, 'service: Bedrock', 'service: Comprehend');
    await withoutFindings(sql);
  });
});
