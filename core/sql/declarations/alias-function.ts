import type { MlAlias, MlParameter, MlSignature } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { type CreateAlias, createAliasOf, wholeNumber } from '../statements/create-alias.ts';
import type { MysqlType } from '../statements/mysql-type.ts';
import { decodeString } from '../text/literal.ts';
import type { Statement } from '../text/statement.ts';

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

/** The function that `CREATE FUNCTION … ALIAS AWS_…` defines; undefined for every other statement. */
export function aliasFunctionOf(statement: Statement): AliasFunction | undefined {
  const create = createAliasOf(statement);
  if (create?.alias === undefined || create.keyword === undefined) return undefined;
  const { alias, name, keyword, returns } = create;
  const parameters = parametersOf(create);
  const target = targetOf(create, alias);
  const batchSize = wholeNumber(create.clauses.find((clause) => clause.name === 'MAX_BATCH_SIZE')?.value);
  const ownName = name.text.toLowerCase();
  return {
    kind: 'aliasFunction',
    alias,
    nameRange: { start: name.start, end: name.end },
    aliasRange: { start: keyword.start, end: keyword.end },
    target,
    parameterTypes: create.parameters.flatMap(({ type }) => (type === undefined ? [] : [written(type)])),
    returns: returns?.type && written(returns.type),
    signature: {
      name: ownName,
      service: alias.service,
      parameters,
      maximumArguments: parameters.length,
      returns: [{ name: ownName, type: returns?.type?.text ?? '' }],
      ...(target !== undefined && { target: target.name }),
      ...(batchSize !== undefined && batchSize > 0 && { batchSize }),
    },
  };
}

function parametersOf({ parameters }: CreateAlias): readonly MlParameter[] {
  return parameters.flatMap(({ name, type }) =>
    name === undefined ? [] : [{ name: name.text, type: type?.text ?? '', kind: 'any', role: 'input' } as const],
  );
}

/** The literal behind `ENDPOINT NAME` or `MODEL ID`. */
function targetOf({ clauses }: CreateAlias, alias: MlAlias): AliasFunction['target'] {
  const value = clauses.find((clause) => clause.name === alias.target)?.value;
  return value?.kind === 'text' ? { name: decodeString(value.token, 'mysql'), range: value.range } : undefined;
}

function written({ text, range }: MysqlType): WrittenType {
  return { type: text, range };
}
