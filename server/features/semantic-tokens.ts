import { changedSpan } from '@aurora-blueprint/core/editing/semantic-tokens/changed-span.ts';
import { blueprintTokens, templateTokens } from '@aurora-blueprint/core/editing/semantic-tokens/design-tokens.ts';
import {
  type SemanticToken,
  tokenModifiers,
  tokenTypes,
} from '@aurora-blueprint/core/editing/semantic-tokens/semantic-token.ts';
import { sqlTokens } from '@aurora-blueprint/core/editing/semantic-tokens/sql-tokens.ts';
import {
  type Range,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { namesOf } from '../documents/names-of.ts';
import { today } from '../today.ts';
import type { Feature } from './feature.ts';

/**
 * `textDocument/semanticTokens`: names where they are declared and where they are used, and words that Aurora knows;
 * whole, as what changed since the last answer, or of some lines.
 */
export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  register: ({ connection, documents, analyzer }) => {
    /** What each open document was answered last: a delta starts from it. */
    const answered = new Map<string, Answer>();
    let answers = 0;
    const answer = (uri: string): Answer | null => {
      const analysis = analyzer.analyze(uri);
      if (analysis === undefined) return null;
      answers += 1;
      const whole = { resultId: `${answers}`, data: encoded(analysis) };
      answered.set(uri, whole);
      return whole;
    };
    documents.onDidClose(({ document }) => answered.delete(document.uri));
    connection.onRequest(SemanticTokensRequest.type, ({ textDocument }) => answer(textDocument.uri));
    connection.onRequest(SemanticTokensDeltaRequest.type, ({ textDocument, previousResultId }) => {
      const before = answered.get(textDocument.uri);
      const now = answer(textDocument.uri);
      if (now === null || before?.resultId !== previousResultId) return now;
      const span = changedSpan(before.data, now.data);
      return { resultId: now.resultId, edits: span === undefined ? [] : [span] };
    });
    connection.onRequest(SemanticTokensRangeRequest.type, ({ textDocument, range }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      return analysis === undefined ? null : { data: encoded(analysis, range) };
    });
  },
};

interface Answer {
  readonly resultId: string;
  readonly data: number[];
}

/** The tokens as LSP encodes them: five numbers each, places relative to the token before. */
function encoded(analysis: Analysis, within?: Range): number[] {
  const { lines, text } = analysis;
  const [start, end] =
    within === undefined ? [0, text.length] : [lines.offsetAt(within.start), lines.offsetAt(within.end)];
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { range, type, modifiers } of tokensOf(analysis)) {
    if (range.end <= start || range.start >= end) continue;
    const at = lines.positionAt(range.start);
    const character = at.line === before.line ? at.character - before.character : at.character;
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(at.line - before.line, character, range.end - range.start, tokenTypes.indexOf(type), bits);
    before = at;
  }
  return data;
}

function tokensOf(analysis: Analysis): readonly SemanticToken[] {
  switch (analysis.kind) {
    case 'blueprint':
    case 'scenarios':
      return blueprintTokens(analysis.blueprint, namesOf(analysis), today());
    case 'cloudformation':
      return templateTokens(analysis.template, namesOf(analysis), today());
    case 'sql':
      return sqlTokens(analysis.text, analysis.dialect, analysis.sql, namesOf(analysis));
  }
}
