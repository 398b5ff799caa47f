import { mlFunctionByName, type SqlDialect, sentimentLanguages } from '../../facts/ml.ts';
import type { SqlAnalysis } from '../../sql/analyze.ts';
import { literalText, type MlCall } from '../../sql/calls/ml-call.ts';
import type { AliasFunction } from '../../sql/declarations/alias-function.ts';
import { shiftRange } from '../../sql/shift-finding.ts';
import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import { keywordRanges } from '../../sql/text/keywords.ts';
import type { Range } from '../../text/range.ts';
import type { NameIndex } from '../names/name.ts';
import { nameTokens } from './name-tokens.ts';
import { arranged, type SemanticToken } from './semantic-token.ts';

/**
 * What Aurora machine learning has to do in an SQL text: the functions that Aurora brings and those that statements
 * define, endpoints, models and language codes, and the keywords of ALIAS, which a grammar of SQL does not know. An
 * invented name and an unknown code stay as they are.
 */
export function sqlTokens(
  text: string,
  dialect: SqlDialect,
  { statements }: SqlAnalysis,
  names: NameIndex,
): readonly SemanticToken[] {
  const tokens = statements.flatMap((statement) => {
    const said = [
      ...statement.declared.flatMap((one) => (one.kind === 'aliasFunction' ? tokensOfDefinition(statement, one) : [])),
      ...statement.calls.flatMap((call) => tokensOfCall(statement.text, dialect, call)),
    ];
    return said.map((token) => ({ ...token, range: shiftRange(token.range, statement.offset) }));
  });
  return arranged(text, [...tokens, ...nameTokens(names)]);
}

function tokensOfDefinition(
  { text, statement }: StatementAnalysis,
  { nameRange, aliasRange, alias, target }: AliasFunction,
): readonly SemanticToken[] {
  const keywords = ['ALIAS', ...alias.clauses.map(({ name }) => name)];
  return [
    { range: nameRange, type: 'function', modifiers: ['declaration'] },
    { range: aliasRange, type: 'function', modifiers: ['defaultLibrary'] },
    ...(target === undefined ? [] : [named(text, target.range)]),
    ...keywords.flatMap((keyword) =>
      keywordRanges(statement.tokens, keyword).map(
        (range): SemanticToken => ({ range, type: 'keyword', modifiers: [] }),
      ),
    ),
  ];
}

function tokensOfCall(text: string, dialect: SqlDialect, call: MlCall): readonly SemanticToken[] {
  if (call.signature === undefined) return [];
  const isOfAurora = mlFunctionByName(dialect, call.signature.name) !== undefined;
  const tokens: SemanticToken[] = [
    { range: call.nameRange, type: 'function', modifiers: isOfAurora ? ['defaultLibrary'] : [] },
  ];
  for (const argument of call.arguments) {
    const literal = literalText(argument);
    const { name, parameter } = argument;
    const role = parameter?.role;
    if (name !== undefined && parameter !== undefined) {
      tokens.push({ range: name.range, type: 'parameter', modifiers: [] });
    }
    if (literal === undefined) continue;
    if (role === 'endpoint' || role === 'model') tokens.push(named(text, literal.range));
    if (role === 'language' && sentimentLanguages.includes(literal.value)) {
      tokens.push({ range: inQuotes(text, literal.range), type: 'enumMember', modifiers: ['defaultLibrary'] });
    }
  }
  return tokens;
}

function named(text: string, range: Range): SemanticToken {
  return { range: inQuotes(text, range), type: 'interface', modifiers: [] };
}

/** What a plain literal holds; all of one that is written otherwise. */
function inQuotes(text: string, { start, end }: Range): Range {
  const isPlain = /^(?:'[^']*'|"[^"]*")$/.test(text.slice(start, end));
  return isPlain ? { start: start + 1, end: end - 1 } : { start, end };
}
