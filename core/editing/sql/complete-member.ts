import type { MlSignature } from '../../facts/ml.ts';
import { mlFunctionByName, mlFunctions } from '../../facts/ml.ts';
import { calledAt } from '../../sql/calls/extract-calls.ts';
import { withInside } from '../../sql/text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../../sql/text/token.ts';
import { functionOffer } from './function-offers.ts';
import type { Offer } from './offered.ts';
import { type SqlCursor, tokensBefore } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';
import { wordAt } from './written-literal.ts';

/**
 * What can follow a full stop: the functions of a schema of aws_ml, the fields of a result in brackets
 * (`(aws_comprehend.detect_sentiment(…)).`), and those behind the name that FROM gives a call. Undefined where none stands.
 */
export function completeMember(document: SqlDocument, cursor: SqlCursor): readonly Offer[] | undefined {
  const before = tokensBefore(cursor);
  if (!isSymbol(before.at(-1), '.')) return undefined;
  const owner = before.at(-2);
  if (isSymbol(owner, ')')) return fieldOffers(document, cursor, calledInBrackets(before.slice(0, -1)));
  if (document.dialect !== 'postgresql' || !isName(owner) || isSymbol(before.at(-3), '.')) return [];
  const functions = mlFunctions('postgresql').filter(({ name }) => name.startsWith(`${owner.text}.`));
  if (functions.length === 0) return fieldOffers(document, cursor, calledAs(cursor, owner.text));
  return functions.map((entry) => functionOffer(document, entry, cursor, { isBehindSchema: true }));
}

function fieldOffers(
  { text }: SqlDocument,
  { offset }: SqlCursor,
  signature: MlSignature | undefined,
): readonly Offer[] {
  if (signature === undefined || signature.returns.length < 2) return [];
  const range = wordAt(text, offset);
  return signature.returns.map(({ name, type }) => ({
    label: name,
    kind: 'field',
    detail: type,
    documentation: `A field of what ${signature.name} returns.`,
    insertText: name,
    isSnippet: false,
    range,
  }));
}

/** The function of a call that stands alone in the brackets that the last token closes. */
function calledInBrackets(tokens: readonly Token[]): MlSignature | undefined {
  let depth = 0;
  let inner: number | undefined;
  for (let index = tokens.length - 1; index >= 0; index--) {
    if (isSymbol(tokens[index], ')')) depth++;
    if (!isSymbol(tokens[index], '(')) continue;
    depth--;
    if (depth === 1) inner = index;
    if (depth > 0) continue;
    const called = inner === undefined ? undefined : calledAt(tokens, inner);
    return called?.firstToken === index + 1 ? mlFunctionByName('postgresql', called.name) : undefined;
  }
  return undefined;
}

/** The function of the call in FROM that has this name: `aws_comprehend.detect_sentiment(…) AS s`. */
function calledAs({ statement }: SqlCursor, name: string): MlSignature | undefined {
  if (statement === undefined) return undefined;
  const parts = new Set(withInside(statement.statement));
  const call = statement.calls.find(({ statement: part, tokens: { end } }) => {
    const next = isWord(part.tokens[end + 1], 'as') ? end + 2 : end + 1;
    const alias = part.tokens[next];
    return parts.has(part) && isName(alias) && alias.text === name;
  });
  return call?.signature;
}
