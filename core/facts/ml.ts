import type { Fact } from './fact.ts';
import * as ml from './generated/ml.ts';

/** The SQL that a cluster speaks: that of Aurora PostgreSQL or of Aurora MySQL. */
export type SqlDialect = 'postgresql' | 'mysql';

/** A service that Aurora machine learning calls, as a design names it. */
export type MlService = 'Comprehend' | 'SageMaker' | 'Bedrock';

/** One parameter of an ML function. */
export interface MlParameter {
  readonly name: string;
  /** Its SQL type, such as `varchar`. */
  readonly type: string;
  /** What a literal argument has to be. */
  readonly kind: 'text' | 'integer' | 'any';
  /** What the argument is for. */
  readonly role: 'input' | 'language' | 'endpoint' | 'model' | 'batchSize' | 'mediaType' | 'responseKey';
  readonly optional?: boolean;
  /** Whether it takes all further arguments, at least one. */
  readonly variadic?: boolean;
}

/** How an ML function is called, whether Aurora brings it or a statement defines it. */
export interface MlSignature {
  /** As SQL names it, with its schema: `aws_comprehend.detect_sentiment`. */
  readonly name: string;
  readonly service: MlService;
  readonly parameters: readonly MlParameter[];
  readonly maximumArguments: number;
  /** The columns of the result; most functions give one. */
  readonly returns: readonly { readonly name: string; readonly type: string }[];
  /** The one endpoint or model that a function made with ALIAS calls. */
  readonly target?: string;
  /** Most rows in one request, where a function made with ALIAS says so. */
  readonly batchSize?: number;
}

/** An ML function that Aurora brings. */
export interface MlFunction extends MlSignature, Fact {
  readonly dialect: SqlDialect;
  readonly fact: string;
  /** The function of Aurora PostgreSQL that gives the same, and the field of its result. */
  readonly counterpart?: { readonly name: string; readonly field: string };
}

/** What `CREATE FUNCTION … ALIAS` of Aurora MySQL can name. */
export interface MlAlias extends Fact {
  /** The word behind ALIAS. */
  readonly keyword: string;
  readonly service: MlService;
  /** The clause that says what is called. */
  readonly target: string;
  /** The clauses behind the keyword. */
  readonly clauses: readonly MlAliasClause[];
}

/** A clause of `CREATE FUNCTION … ALIAS`: its words, and the literal behind them. */
export interface MlAliasClause {
  readonly name: string;
  readonly kind: 'text' | 'integer';
  readonly summary: string;
}

const functions: readonly MlFunction[] = [
  ml.pg_detect_sentiment,
  ml.pg_invoke_endpoint,
  ml.pg_invoke_model,
  ml.pg_invoke_model_get_embeddings,
  ml.mysql_detect_sentiment,
  ml.mysql_detect_sentiment_confidence,
];

const byDialect = {
  postgresql: functions.filter((entry) => entry.dialect === 'postgresql'),
  mysql: functions.filter((entry) => entry.dialect === 'mysql'),
};

const byName = {
  postgresql: new Map(byDialect.postgresql.map((entry) => [entry.name, entry])),
  mysql: new Map(byDialect.mysql.map((entry) => [entry.name, entry])),
};

/** The ML functions of a dialect, in the order of the guide. */
export function mlFunctions(dialect: SqlDialect): readonly MlFunction[] {
  return byDialect[dialect];
}

/** The ML function of this name; names of both dialects are compared in lower case. */
export function mlFunctionByName(dialect: SqlDialect, name: string): MlFunction | undefined {
  return byName[dialect].get(name);
}

/** What a function of Aurora MySQL may be an alias of. */
export const mlAliases: readonly MlAlias[] = [ml.mysql_alias_sagemaker, ml.mysql_alias_bedrock];

/** Language codes that Comprehend takes, in exactly this spelling. */
export const sentimentLanguages: readonly string[] = ml.sentiment_languages.value;
