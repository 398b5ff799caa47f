import { type MlAlias, type MlParameter, type MlSignature, mlAliases } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { closingBracket } from '../text/brackets.ts';
import { decodeString } from '../text/literal.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';

/** A function of one's own in Aurora MySQL that stands for a SageMaker endpoint or a Bedrock model. */
export interface AliasFunction {
  readonly kind: 'aliasFunction';
  readonly alias: MlAlias;
  /** Where its own name stands. */
  readonly nameRange: Range;
  /** Where the word behind ALIAS stands. */
  readonly aliasRange: Range;
  /** The endpoint or model id, when its clause is there. */
  readonly target: { readonly name: string; readonly range: Range } | undefined;
  /** How the function is called. */
  readonly signature: MlSignature;
}

const aliasByKeyword = new Map(mlAliases.map((alias) => [alias.keyword.toLowerCase(), alias]));

/** The function that `CREATE FUNCTION … ALIAS AWS_…` defines; undefined for every other statement. */
export function aliasFunctionOf({ tokens }: Statement): AliasFunction | undefined {
  if (!isWord(tokens[0], 'create')) return undefined;
  const word = tokens.find((_, index) => isWord(tokens[index - 1], 'alias'));
  const alias = word?.kind === 'word' ? aliasByKeyword.get(word.text) : undefined;
  const open = tokens.findIndex((token) => isSymbol(token, '('));
  const name = tokens[open - 1];
  if (word === undefined || alias === undefined || !isName(name)) return undefined;
  const close = closingBracket(tokens, open);
  const parameters = parametersOf(tokens.slice(open + 1, close));
  const target = targetOf(tokens, alias);
  const batchSize = maxBatchSize(tokens);
  return {
    kind: 'aliasFunction',
    alias,
    nameRange: { start: name.start, end: name.end },
    aliasRange: { start: word.start, end: word.end },
    target,
    signature: {
      name: name.text.toLowerCase(),
      service: alias.service,
      parameters,
      maximumArguments: parameters.length,
      returns: [{ name: name.text.toLowerCase(), type: returnType(tokens.slice(close)) }],
      ...(target !== undefined && { target: target.name }),
      ...(batchSize !== undefined && { batchSize }),
    },
  };
}

function parametersOf(tokens: readonly Token[]): MlParameter[] {
  const parameters: MlParameter[] = [];
  for (const [index, token] of tokens.entries()) {
    const isFirst = index === 0 || isSymbol(tokens[index - 1], ',');
    const type = isFirst && isName(token) ? typeAt(tokens, index + 1) : undefined;
    if (type !== undefined) parameters.push({ name: token.text, type: type.text, kind: 'any', role: 'input' });
  }
  return parameters;
}

function returnType(tokens: readonly Token[]): string {
  const returns = tokens.findIndex((token) => isWord(token, 'returns'));
  return typeAt(tokens, returns + 1)?.text ?? '';
}

function maxBatchSize(tokens: readonly Token[]): number | undefined {
  const size = tokens.find((_, index) => isWord(tokens[index - 1], 'max_batch_size'));
  return size?.kind === 'number' ? Number(size.text) : undefined;
}

/** The literal behind `ENDPOINT NAME` or `MODEL ID`. */
function targetOf(tokens: readonly Token[], alias: MlAlias): AliasFunction['target'] {
  const [first = '', second = ''] = alias.target.toLowerCase().split(' ');
  const index = tokens.findIndex((token, at) => isWord(token, first) && isWord(tokens[at + 1], second));
  const literal = tokens[index + 2];
  if (index < 0 || literal?.kind !== 'string') return undefined;
  return { name: decodeString(literal, 'mysql'), range: { start: literal.start, end: literal.end } };
}
