import { sqlCallStartingAt } from './analyzed-call.ts';
import { activeParameter, type Callable, callableNamed } from './callable.ts';
import { literalOffers, type Offer } from './offered.ts';
import { type OpenCall, openCalls } from './open-call.ts';
import { parameterAsMarkdown } from './parameter-documentation.ts';
import { valuesOfRole } from './role-values.ts';
import { openQuote, type SqlCursor, tokensBefore } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';
import { wordAt } from './written-literal.ts';

/** What the argument at the cursor can be: the values that are known for it, and names of parameters still missing. */
export function completeArgument(document: SqlDocument, cursor: SqlCursor): readonly Offer[] {
  const call = openCalls(tokensBefore(cursor), document.dialect)[0];
  const callable = call?.isInnermost === true ? callableNamed(document, call.name) : undefined;
  if (call === undefined || callable === undefined || !isAtBeginning(document.text, call, cursor)) return [];
  const parameter = callable.parameters[activeParameter(callable, call)];
  const role = parameter?.role;
  const values = role === undefined ? [] : literalOffers(document.text, cursor, valuesOfRole(role, document));
  const isQuoted = openQuote(cursor) !== undefined;
  const batchSizes = role === 'batchSize' && !isQuoted ? batchSizeOffers(document, callable, cursor) : [];
  return [...values, ...batchSizes, ...(isQuoted ? [] : nameOffers(document, call, callable, cursor))];
}

/** Whether nothing of the argument stands before the cursor but the beginning of a value, such as `zh-`. */
function isAtBeginning(text: string, { argument }: OpenCall, cursor: SqlCursor): boolean {
  const [first] = argument;
  if (first === undefined) return true;
  return openQuote(cursor) === undefined && /^[\w.:/-]*$/.test(text.slice(first.start, cursor.offset));
}

function batchSizeOffers({ dialect, text }: SqlDocument, callable: Callable, { offset }: SqlCursor): readonly Offer[] {
  const range = wordAt(text, offset);
  const offer = (label: string, documentation: string): Offer => {
    return { label, kind: 'value', documentation, insertText: label, isSnippet: false, range };
  };
  const planner = dialect === 'postgresql' ? [offer('NULL', 'Leaves the size of batches to the planner.')] : [];
  const isComprehend = callable.signature?.service === 'Comprehend';
  return [...planner, ...(isComprehend ? [offer('25', 'The most texts that Comprehend takes in one request.')] : [])];
}

/** `name =>` for each parameter that no argument is for yet. A function that takes any number of arguments takes no names. */
function nameOffers(document: SqlDocument, call: OpenCall, callable: Callable, cursor: SqlCursor): readonly Offer[] {
  const { parameters } = callable;
  if (document.dialect !== 'postgresql' || call.argumentName !== undefined) return [];
  if (call.argument.length > 0 || parameters.some(({ variadic }) => variadic)) return [];
  const positional = call.index - call.named.length;
  const behind = sqlCallStartingAt(document.sql, call.start)?.arguments.flatMap(({ name }) => name?.text ?? []) ?? [];
  const taken = new Set([...call.named, ...behind]);
  return parameters.slice(positional).flatMap((parameter): readonly Offer[] => {
    const { name, type } = parameter;
    if (name === undefined || taken.has(name)) return [];
    return [
      {
        label: name,
        kind: 'property',
        detail: type,
        documentation: parameterAsMarkdown(callable, parameter, document) ?? '',
        insertText: `${name} => `,
        isSnippet: false,
        range: wordAt(document.text, cursor.offset),
      },
    ];
  });
}
