import { type MlAlias, type MlSignature, mlAliases } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { decodeString } from '../text/literal.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';
import { parametersAt } from './declared-parameters.ts';

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
  /** The types of its parameters, and that of its result. */
  readonly parameterTypes: readonly WrittenType[];
  readonly returns: WrittenType | undefined;
  /** How the function is called. */
  readonly signature: MlSignature;
}

/** An SQL type, and where it is written. */
export interface WrittenType {
  readonly type: string;
  readonly range: Range;
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
  const list = parametersAt(tokens, open);
  const parameters = list.parameters.flatMap(({ name: written, type }) =>
    written === undefined ? [] : [{ name: written, type, kind: 'any' as const, role: 'input' as const }],
  );
  const returns = returnType(tokens.slice(list.end));
  const target = targetOf(tokens, alias);
  const batchSize = maxBatchSize(tokens);
  return {
    kind: 'aliasFunction',
    alias,
    nameRange: { start: name.start, end: name.end },
    aliasRange: { start: word.start, end: word.end },
    target,
    parameterTypes: list.parameters.map(({ type, typeRange: range }) => ({ type, range })),
    returns,
    signature: {
      name: name.text.toLowerCase(),
      service: alias.service,
      parameters,
      maximumArguments: parameters.length,
      returns: [{ name: name.text.toLowerCase(), type: returns?.type ?? '' }],
      ...(target !== undefined && { target: target.name }),
      ...(batchSize !== undefined && { batchSize }),
    },
  };
}

function returnType(tokens: readonly Token[]): WrittenType | undefined {
  return writtenType(tokens, tokens.findIndex((token) => isWord(token, 'returns')) + 1);
}

function writtenType(tokens: readonly Token[], start: number): WrittenType | undefined {
  const type = typeAt(tokens, start);
  const [first, last] = [tokens[start], tokens[(type?.end ?? 0) - 1]];
  if (type === undefined || first === undefined || last === undefined) return undefined;
  return { type: type.text, range: { start: first.start, end: last.end } };
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
