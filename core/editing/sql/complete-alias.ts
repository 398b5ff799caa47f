import { type MlAlias, mlAliases } from '../../facts/ml.ts';
import { declaredEndpoints } from '../../sql/associated-services.ts';
import { isWord, type Token } from '../../sql/text/token.ts';
import { typeAt } from '../../sql/text/type-name.ts';
import { factAsMarkdown } from '../markdown.ts';
import { TabStops } from '../snippet.ts';
import { type AliasClause, aliasOfWord, clausesOf } from './alias-clauses.ts';
import { aliasAsMarkdown } from './function-documentation.ts';
import { literalOffers, type Offer, plainOffer } from './offered.ts';
import { openCalls } from './open-call.ts';
import { valuesOfRole } from './role-values.ts';
import { openQuote, type SqlCursor, tokensBefore } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';
import { wordAt } from './written-literal.ts';

/** In `CREATE FUNCTION … RETURNS type` of Aurora MySQL: ALIAS, what it can name, its clauses, and what stands in those. */
export function completeAlias(document: SqlDocument, cursor: SqlCursor): readonly Offer[] {
  const tokens = tokensBefore(cursor);
  const isFunction = isWord(tokens[0], 'create') && tokens.slice(0, 12).some((token) => isWord(token, 'function'));
  if (document.dialect !== 'mysql' || !isFunction || openCalls(tokens, 'mysql').length > 0) return [];
  const aliasAt = tokens.findIndex((token) => isWord(token, 'alias'));
  if (aliasAt < 0) return openQuote(cursor) === undefined && isBehindType(tokens) ? aliasOffers(document, cursor) : [];
  const alias = aliasOfWord(tokens[aliasAt + 1]?.text);
  if (alias !== undefined) return clauseOffers(document, cursor, alias, tokens.slice(aliasAt + 2));
  return tokens.length === aliasAt + 1 && openQuote(cursor) === undefined ? aliasOffers(document, cursor, '') : [];
}

/** Whether the type behind RETURNS is whole, so that ALIAS can follow. */
function isBehindType(tokens: readonly Token[]): boolean {
  const returns = tokens.findLastIndex((token) => isWord(token, 'returns'));
  const type = returns < 0 ? undefined : typeAt(tokens, returns + 1);
  return type !== undefined && !tokens.slice(type.end).some((token) => isWord(token, 'begin', 'return', 'as'));
}

/** What ALIAS can name, with the clause that has to follow. */
function aliasOffers(document: SqlDocument, { offset }: SqlCursor, before = 'ALIAS '): readonly Offer[] {
  const { design, text } = document;
  const range = wordAt(text, offset);
  return mlAliases.map((alias) => {
    const stops = new TabStops();
    const required = clausesOf(alias).filter(({ isRequired }) => isRequired);
    const clauses = required.map((clause) => `\n  ${clauseSnippet(document, clause, stops)}`);
    return {
      label: before + alias.keyword,
      kind: 'keyword',
      detail: alias.service,
      documentation: aliasAsMarkdown(alias, design),
      insertText: `${before}${alias.keyword}${clauses.join('')}`,
      isSnippet: true,
      range,
    };
  });
}

/** `behind` are the tokens behind the word of the alias. */
function clauseOffers(
  document: SqlDocument,
  cursor: SqlCursor,
  alias: MlAlias,
  behind: readonly Token[],
): readonly Offer[] {
  const open = clausesOf(alias).find(({ keywords }) => endsWith(behind, keywords));
  if (open !== undefined) {
    if (open.takes === 'number') return [];
    const role = open.keywords === 'ENDPOINT NAME' ? 'endpoint' : open.keywords === 'MODEL ID' ? 'model' : 'mediaType';
    return literalOffers(document.text, cursor, valuesOfRole(role, document));
  }
  if (openQuote(cursor) !== undefined) return [];
  const range = wordAt(document.text, cursor.offset);
  const begun = clausesOf(alias).find(({ keywords }) => {
    const [first = '', second] = keywords.split(' ');
    return second !== undefined && isWord(behind.at(-1), first.toLowerCase());
  });
  if (begun !== undefined) {
    return [plainOffer(begun.keywords.split(' ')[1] ?? '', range, { kind: 'keyword', documentation: begun.summary })];
  }
  const isWhole = behind.length === 0 || behind.at(-1)?.kind === 'string' || behind.at(-1)?.kind === 'number';
  if (!isWhole) return [];
  const missing = clausesOf(alias).filter(({ keywords }) => {
    return !behind.some((_, index) => endsWith(behind.slice(0, index + 1), keywords));
  });
  return missing.map((clause) => ({
    label: clause.keywords,
    kind: 'keyword',
    ...(clause.isRequired ? { detail: 'required' } : {}),
    documentation: `${clause.summary}\n\n${factAsMarkdown(alias)}`,
    insertText: clauseSnippet(document, clause, new TabStops()),
    isSnippet: true,
    range,
  }));
}

/** A clause with what belongs behind it. */
function clauseSnippet({ design }: SqlDocument, { keywords, takes }: AliasClause, stops: TabStops): string {
  if (takes === 'number') return `${keywords} ${stops.placeholder(keywords === 'TIMEOUT_MS' ? '30000' : '1000')}`;
  const endpoints = declaredEndpoints(design);
  switch (keywords) {
    case 'ENDPOINT NAME':
      return `${keywords} '${endpoints.length > 0 ? stops.choice(endpoints) : stops.placeholder('endpoint')}'`;
    case 'MODEL ID':
      return `${keywords} '${stops.empty()}'`;
    default:
      return `${keywords} '${stops.placeholder('application/json')}'`;
  }
}

function endsWith(tokens: readonly Token[], keywords: string): boolean {
  const words = keywords.toLowerCase().split(' ');
  const last = tokens.slice(-words.length);
  return last.length === words.length && words.every((word, index) => isWord(last[index], word));
}
