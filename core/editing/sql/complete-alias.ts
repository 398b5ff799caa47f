import { type MlAlias, type MlAliasClause, mlAliases } from '../../facts/ml.ts';
import { declaredEndpoints } from '../../sql/associated-services.ts';
import { isWord, type Token } from '../../sql/text/token.ts';
import { typeAt } from '../../sql/text/type-name.ts';
import { factAsMarkdown } from '../markdown.ts';
import { TabStops } from '../snippet.ts';
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
    const required = alias.clauses.filter(({ name }) => name === alias.target);
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
  const open = alias.clauses.find(({ name }) => endsWith(behind, name));
  if (open !== undefined) {
    if (open.kind === 'integer') return [];
    const role = open.name === 'ENDPOINT NAME' ? 'endpoint' : open.name === 'MODEL ID' ? 'model' : 'mediaType';
    return literalOffers(document.text, cursor, valuesOfRole(role, document));
  }
  if (openQuote(cursor) !== undefined) return [];
  const range = wordAt(document.text, cursor.offset);
  const begun = alias.clauses.find(({ name }) => {
    const [first = '', second] = name.split(' ');
    return second !== undefined && isWord(behind.at(-1), first.toLowerCase());
  });
  if (begun !== undefined) {
    return [plainOffer(begun.name.split(' ')[1] ?? '', range, { kind: 'keyword', documentation: begun.summary })];
  }
  const isWhole = behind.length === 0 || behind.at(-1)?.kind === 'string' || behind.at(-1)?.kind === 'number';
  if (!isWhole) return [];
  const missing = alias.clauses.filter(({ name }) => {
    return !behind.some((_, index) => endsWith(behind.slice(0, index + 1), name));
  });
  return missing.map((clause) => ({
    label: clause.name,
    kind: 'keyword',
    ...(clause.name === alias.target ? { detail: 'required' } : {}),
    documentation: `${clause.summary}\n\n${factAsMarkdown(alias)}`,
    insertText: clauseSnippet(document, clause, new TabStops()),
    isSnippet: true,
    range,
  }));
}

/** A clause with what belongs behind it. */
function clauseSnippet({ design }: SqlDocument, { name, kind }: MlAliasClause, stops: TabStops): string {
  if (kind === 'integer') return `${name} ${stops.placeholder(name === 'TIMEOUT_MS' ? '30000' : '1000')}`;
  const endpoints = declaredEndpoints(design);
  switch (name) {
    case 'ENDPOINT NAME':
      return `${name} '${endpoints.length > 0 ? stops.choice(endpoints) : stops.placeholder('endpoint')}'`;
    case 'MODEL ID':
      return `${name} '${stops.empty()}'`;
    default:
      return `${name} '${stops.placeholder('application/json')}'`;
  }
}

function endsWith(tokens: readonly Token[], keywords: string): boolean {
  const words = keywords.toLowerCase().split(' ');
  const last = tokens.slice(-words.length);
  return last.length === words.length && words.every((word, index) => isWord(last[index], word));
}

/** The alias that a word behind ALIAS names. */
function aliasOfWord(word: string | undefined): MlAlias | undefined {
  return mlAliases.find(({ keyword }) => keyword.toLowerCase() === word?.toLowerCase());
}
