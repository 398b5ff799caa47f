import { type MlParameter, type MlSignature, mlFunctions } from '../../facts/ml.ts';
import { declaredEndpoints } from '../../sql/associated-services.ts';
import { TabStops } from '../snippet.ts';
import { aliasFunctionAsMarkdown } from './alias-function-documentation.ts';
import { callableOfSignature } from './callable.ts';
import { functionAsMarkdown } from './function-documentation.ts';
import type { Offer } from './offered.ts';
import type { SqlCursor } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';
import { isCalledBehind, wordAt } from './written-literal.ts';

/** The ML functions of the dialect, and in MySQL those that the files that belong together make with ALIAS. */
export function functionOffers(document: SqlDocument, cursor: SqlCursor): readonly Offer[] {
  const { dialect, sql } = document;
  const made = sql.declarations.all.flatMap((one) => (one.kind === 'aliasFunction' ? [one] : []));
  return [
    ...mlFunctions(dialect).map((entry) => functionOffer(document, entry, cursor)),
    ...[...new Map(made.map((one) => [one.signature.name, one])).values()].map((one) => ({
      ...functionOffer(document, one.signature, cursor),
      documentation: aliasFunctionAsMarkdown(one, document),
    })),
  ];
}

/** A function with its arguments to fill in, or its name alone where they stand there already. */
export function functionOffer(
  document: SqlDocument,
  signature: MlSignature,
  { offset }: SqlCursor,
  { isBehindSchema = false } = {},
): Offer {
  const name = isBehindSchema ? signature.name.slice(signature.name.indexOf('.') + 1) : signature.name;
  const range = wordAt(document.text, offset);
  const isCalled = isCalledBehind(document.text, range.end);
  return {
    label: name,
    kind: 'function',
    detail: signature.service,
    documentation: functionAsMarkdown(callableOfSignature(signature), document.dialect, document.design),
    insertText: isCalled ? name : `${name}(${argumentsSnippet(signature, document)})`,
    isSnippet: !isCalled,
    range,
  };
}

/** The arguments that a call needs, each to be filled in. */
function argumentsSnippet({ parameters }: MlSignature, { design }: SqlDocument): string {
  const stops = new TabStops();
  const endpoints = declaredEndpoints(design);
  const required = parameters.filter(({ optional }) => optional !== true);
  return required.map((parameter) => argumentSnippet(parameter, stops, endpoints)).join(', ');
}

function argumentSnippet({ name, role }: MlParameter, stops: TabStops, endpoints: readonly string[]): string {
  switch (role) {
    case 'language':
      return `'${stops.placeholder('en')}'`;
    case 'endpoint':
      return `'${endpoints.length > 0 ? stops.choice(endpoints) : stops.placeholder(name)}'`;
    case 'model':
      return `'${stops.placeholder(name)}'`;
    case 'responseKey':
      return `'${stops.placeholder('embedding')}'`;
    case 'mediaType':
      return "'application/json'";
    case 'batchSize':
      return stops.placeholder('NULL');
    case 'input':
      return stops.placeholder(name);
  }
}
