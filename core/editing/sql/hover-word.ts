import type { Fact } from '../../facts/fact.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import { keywordRanges } from '../../sql/text/keywords.ts';
import { withInside } from '../../sql/text/statement.ts';
import { isSymbol, isWord, type Token } from '../../sql/text/token.ts';
import { contains } from '../../text/range.ts';
import type { Hover } from '../hover.ts';
import { factAsMarkdown, factsAsMarkdown } from '../markdown.ts';
import type { SqlDocument } from './sql-document.ts';

const roleWords: ReadonlySet<string> = new Set(Object.values(ml.mysql3_roles.value).map((role) => role.toLowerCase()));

/** Keywords and names of Aurora machine learning outside calls: clauses of ALIAS, the extension, roles, fields, wrappers. */
export function hoverWord(document: SqlDocument, statement: StatementAnalysis, place: number): Hover | undefined {
  const tokens = withInside(statement.statement).map((part) => part.tokens);
  const own = tokens.find((some) => some.some((token) => contains(token, place))) ?? [];
  const index = own.findLastIndex((token) => contains(token, place));
  const token = own[index];
  if (token?.kind !== 'word') return undefined;
  const { start, end } = token;
  if (document.dialect === 'mysql') {
    const clause = clauseAt(statement, own, index);
    if (clause !== undefined) return clause;
  }
  const facts = factsOf(document, statement, own, index);
  return facts.length === 0 ? undefined : { contents: factsAsMarkdown(facts), range: { start, end } };
}

function factsOf(
  { dialect }: SqlDocument,
  { calls, declared }: StatementAnalysis,
  tokens: readonly Token[],
  index: number,
): readonly Fact[] {
  const token = tokens[index];
  if (dialect === 'mysql') {
    if (token !== undefined && roleWords.has(token.text)) return [ml.mysql3_roles];
    const isGranted = isWord(token, 'comprehend', 'sagemaker') && isWord(tokens[index - 1], 'invoke');
    if (isGranted || (isWord(token, 'invoke') && isWord(tokens[0], 'grant', 'revoke'))) return [ml.mysql2_privileges];
    return [];
  }
  if (isWord(token, 'aws_ml')) return [ml.postgresql_install, ml.postgresql_execute];
  const isWrapper = calls.length > 0 && declared.some((one) => one.kind === 'routine');
  if (isWrapper && isWord(token, 'parallel', 'safe', 'cost', 'language')) return [ml.postgresql_batch_function];
  const asksComprehend = calls.some(({ signature }) => signature?.service === 'Comprehend');
  const isField = asksComprehend && isSymbol(tokens[index - 1], '.');
  if (isField && isWord(token, 'sentiment')) return [ml.sentiment_values, ml.postgresql_sentiment_case];
  return isField && isWord(token, 'confidence') ? [ml.postgresql_sentiment_case] : [];
}

/** A keyword of `CREATE FUNCTION … ALIAS`. */
function clauseAt({ declared }: StatementAnalysis, tokens: readonly Token[], index: number): Hover | undefined {
  const made = declared.find((one) => one.kind === 'aliasFunction');
  const token = tokens[index];
  if (made === undefined || token === undefined) return undefined;
  if (isWord(token, 'alias')) {
    return { contents: factAsMarkdown(made.alias), range: { start: token.start, end: token.end } };
  }
  for (const { name, summary } of made.alias.clauses) {
    const range = keywordRanges(tokens, name).find((one) => contains(one, token.start));
    if (range !== undefined) return { contents: `${summary}\n\n${factAsMarkdown(made.alias)}`, range };
  }
  return undefined;
}
