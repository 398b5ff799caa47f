import * as ml from '../../facts/generated/ml.ts';
import { type Argument, literalText, type MlCall } from '../../sql/calls/ml-call.ts';
import { contains } from '../../text/range.ts';
import type { Hover } from '../hover.ts';
import { factAsMarkdown } from '../markdown.ts';
import { callableOfSignature } from './callable.ts';
import { endpointAsMarkdown } from './endpoint-documentation.ts';
import { modelAsMarkdown } from './model-documentation.ts';
import { parameterAsMarkdown } from './parameter-documentation.ts';
import { languageName } from './role-values.ts';
import type { SqlDocument } from './sql-document.ts';

/** What the name of an argument of an ML call is for, or what its value is. Nothing on what the service is sent. */
export function hoverArgument(document: SqlDocument, call: MlCall, place: number): Hover | undefined {
  const argument = call.arguments.find(({ range }) => contains(range, place));
  if (argument?.parameter === undefined) return undefined;
  const { name, valueRange } = argument;
  if (name !== undefined && contains(name.range, place)) {
    const contents = parameterOf(document, call, argument);
    return contents === undefined ? undefined : { contents, range: name.range };
  }
  if (!contains(valueRange, place) || valueRange.start === valueRange.end) return undefined;
  const contents = valueInWords(document, call, argument);
  return contents === undefined ? undefined : { contents, range: literalText(argument)?.range ?? valueRange };
}

function parameterOf(document: SqlDocument, { signature }: MlCall, { parameter }: Argument): string | undefined {
  const callable = signature && callableOfSignature(signature);
  const own = callable?.parameters.find(({ name }) => name === parameter?.name);
  return callable && own && parameterAsMarkdown(callable, own, document);
}

function valueInWords(document: SqlDocument, call: MlCall, argument: Argument): string | undefined {
  const literal = literalText(argument)?.value;
  switch (argument.parameter?.role) {
    case 'language': {
      const language = literal === undefined ? undefined : languageName(literal);
      return language && `${language}\n\n${factAsMarkdown(ml.sentiment_languages)}`;
    }
    case 'endpoint':
      return literal === undefined ? undefined : endpointAsMarkdown(document.design, literal);
    case 'model':
      return literal === undefined ? undefined : modelAsMarkdown(literal);
    case 'batchSize':
    case 'mediaType':
    case 'responseKey':
      return parameterOf(document, call, argument);
    default:
      return undefined;
  }
}
