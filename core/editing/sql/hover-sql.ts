import { mlFunctionByName } from '../../facts/ml.ts';
import { statementAt } from '../../sql/call-at.ts';
import { calledNames } from '../../sql/calls/called-names.ts';
import type { MlCall } from '../../sql/calls/ml-call.ts';
import type { AliasFunction } from '../../sql/declarations/alias-function.ts';
import { shiftRange } from '../../sql/shift-finding.ts';
import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import { contains, type Range } from '../../text/range.ts';
import type { Hover } from '../hover.ts';
import { aliasFunctionAsMarkdown } from './alias-function-documentation.ts';
import { callableNamed } from './callable.ts';
import { callableText } from './callable-text.ts';
import { aliasAsMarkdown, functionAsMarkdown, sqlBlock } from './function-documentation.ts';
import { hoverArgument } from './hover-argument.ts';
import { hoverWord } from './hover-word.ts';
import type { SqlDocument } from './sql-document.ts';
import { aliasStandsFor, standsFor } from './stands-for.ts';

/** What there is to say about a place in SQL, as far as Aurora machine learning goes. */
export function hoverSql(document: SqlDocument, offset: number): Hover | undefined {
  const statement = statementAt(document.sql, offset);
  if (statement === undefined) return undefined;
  const place = offset - statement.offset;
  const found =
    hoverDeclaration(document, statement, place) ??
    hoverCalls(document, statement, place) ??
    hoverRoutine(document, statement, place) ??
    hoverWord(document, statement, place);
  return found && { ...found, range: shiftRange(found.range, statement.offset) };
}

/** The function that the statement makes with ALIAS: its name, the word behind ALIAS, its endpoint or model. */
function hoverDeclaration(document: SqlDocument, { declared }: StatementAnalysis, place: number): Hover | undefined {
  const one = declared.find((declaration) => declaration.kind === 'aliasFunction');
  if (one === undefined) return undefined;
  const { nameRange, aliasRange, alias, target } = one;
  if (contains(nameRange, place)) return { contents: aliasFunctionAsMarkdown(one, document), range: nameRange };
  if (contains(aliasRange, place)) return { contents: aliasAsMarkdown(alias, document.design), range: aliasRange };
  const contents = target && contains(target.range, place) ? aliasStandsFor(one, document) : undefined;
  return contents === undefined || target === undefined ? undefined : { contents, range: target.range };
}

function hoverCalls(document: SqlDocument, { calls }: StatementAnalysis, place: number): Hover | undefined {
  const call = calls.findLast(({ range }) => contains(range, place));
  if (call === undefined) return undefined;
  if (contains(call.nameRange, place)) return hoverFunction(document, call);
  return hoverArgument(document, call, place);
}

/** Nothing on a name that Aurora does not have: a finding says that. */
function hoverFunction(document: SqlDocument, { signature, nameRange }: MlCall): Hover | undefined {
  const callable = signature && callableNamed(document, signature.name);
  if (callable === undefined) return undefined;
  if (mlFunctionByName(document.dialect, callable.name) !== undefined) {
    return { contents: functionAsMarkdown(callable, document.dialect, document.design), range: nameRange };
  }
  const alias: AliasFunction | undefined = document.sql.declarations.aliasFunction(callable.name);
  return alias && { contents: aliasFunctionAsMarkdown(alias, document), range: nameRange };
}

/** A call of a function or procedure that a statement creates, and the name in that statement. */
function hoverRoutine(document: SqlDocument, statement: StatementAnalysis, place: number): Hover | undefined {
  const made = statement.declared.find((one) => one.kind === 'routine' && contains(one.nameRange, place));
  const named: { readonly name: string; readonly range: Range } | undefined =
    made?.kind === 'routine'
      ? { name: made.name, range: made.nameRange }
      : calledNames(statement.statement).find(({ range }) => contains(range, place));
  const callable = named && callableNamed(document, named.name);
  if (named === undefined || callable === undefined) return undefined;
  const contents = [sqlBlock(callableText(callable).text), standsFor(document, callable.name) ?? ''].join('\n\n');
  return { contents: contents.trimEnd(), range: named.range };
}
