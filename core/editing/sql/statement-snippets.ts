import { known } from '../../design/node.ts';
import type { Fact } from '../../facts/fact.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import { declaredEndpoints } from '../../sql/associated-services.ts';
import { factsAsMarkdown } from '../markdown.ts';
import { TabStops } from '../snippet.ts';
import type { SqlDocument } from './sql-document.ts';

/** A whole statement that sets Aurora machine learning up, or keeps a call of it. */
export interface StatementSnippet {
  /** How it begins. */
  readonly label: string;
  /** What it is for, in a few words. */
  readonly detail: string;
  readonly snippet: string;
  readonly documentation: string;
}

/** The statements that a file of this dialect may begin with. */
export function statementSnippets(document: SqlDocument): readonly StatementSnippet[] {
  return document.dialect === 'postgresql' ? postgresqlStatements(document) : mysqlStatements(document);
}

function statement(label: string, detail: string, lines: readonly string[], facts: readonly Fact[]): StatementSnippet {
  return { label, detail, snippet: lines.join('\n'), documentation: factsAsMarkdown(facts) };
}

function postgresqlStatements(document: SqlDocument): readonly StatementSnippet[] {
  return [
    statement(
      'CREATE EXTENSION aws_ml',
      'brings the functions of Aurora machine learning',
      ['CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;'],
      [ml.postgresql_install],
    ),
    endpointWrapper(document),
    sentimentWrapper(),
    ...(['Comprehend', 'SageMaker', 'Bedrock'] as const).map(grantsOfSchema),
  ];
}

const batchable = '  LANGUAGE sql PARALLEL SAFE COST 5000';
/** Two dollar signs, which would begin a tab stop. */
const dollarQuote = '\\$\\$';

function endpointWrapper(document: SqlDocument): StatementSnippet {
  const stops = new TabStops();
  const name = stops.placeholder('score');
  const parameters = stops.placeholder('amount double precision');
  const type = stops.placeholder('double precision');
  const endpoint = endpointStop(document, stops);
  const values = [stops.placeholder('NULL'), stops.placeholder('amount')].join(', ');
  return statement(
    'CREATE FUNCTION around an endpoint',
    'a batchable wrapper of a SageMaker endpoint',
    [
      `CREATE FUNCTION ${name}(${parameters})`,
      `  RETURNS ${type}`,
      batchable,
      `AS ${dollarQuote}`,
      `  SELECT aws_sagemaker.invoke_endpoint('${endpoint}', ${values})::${type}`,
      `${dollarQuote};`,
    ],
    [ml.postgresql_batch_function, ml.postgresql_result_is_varchar],
  );
}

function sentimentWrapper(): StatementSnippet {
  const stops = new TabStops();
  const name = stops.placeholder('sentiment_of');
  const body = stops.placeholder('body');
  return statement(
    'CREATE FUNCTION around the sentiment',
    'a batchable wrapper of Comprehend',
    [
      `CREATE FUNCTION ${name}(${body} text)`,
      '  RETURNS text',
      batchable,
      `AS ${dollarQuote}`,
      `  SELECT (aws_comprehend.detect_sentiment(${body}, '${stops.placeholder('en')}')).sentiment`,
      `${dollarQuote};`,
    ],
    [ml.postgresql_batch_function],
  );
}

function grantsOfSchema(service: MlService): StatementSnippet {
  const schema = `aws_${service.toLowerCase()}`;
  const role = new TabStops().placeholder('app');
  return statement(
    `GRANT USAGE ON SCHEMA ${schema}`,
    `lets a role call ${service}`,
    [`GRANT USAGE ON SCHEMA ${schema} TO ${role};`, `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role};`],
    [ml.postgresql_execute],
  );
}

function mysqlStatements(document: SqlDocument): readonly StatementSnippet[] {
  const { design, sql } = document;
  const made = sql.declarations.all.flatMap((one) => (one.kind === 'aliasFunction' ? [one.signature.name] : []));
  const version = design === undefined ? undefined : known(design.engineVersion);
  const grants = version?.startsWith('5.7') === true ? grantsOfVersion2() : grantsOfVersion3();
  const stops = new TabStops();
  const execute = made.length > 0 ? stops.choice([...new Set(made)]) : stops.placeholder('score');
  return [...aliasStatements(document), ...grants, executeStatement(execute, stops)];
}

function aliasStatements(document: SqlDocument): readonly StatementSnippet[] {
  const endpoint = new TabStops();
  const model = new TabStops();
  return [
    statement(
      'CREATE FUNCTION ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT',
      'a function for a SageMaker endpoint',
      [
        `CREATE FUNCTION ${endpoint.placeholder('score')}(${endpoint.placeholder('amount DOUBLE')})`,
        `  RETURNS ${endpoint.placeholder('DOUBLE')}`,
        '  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT',
        `  ENDPOINT NAME '${endpointStop(document, endpoint)}'`,
        `  MAX_BATCH_SIZE ${endpoint.placeholder('1000')};`,
      ],
      [ml.mysql_alias_sagemaker, ml.mysql_alias_return_types],
    ),
    statement(
      'CREATE FUNCTION ALIAS AWS_BEDROCK_INVOKE_MODEL',
      'a function for a Bedrock model',
      [
        `CREATE FUNCTION ${model.placeholder('ask')}(${model.placeholder('request TEXT')})`,
        '  RETURNS TEXT',
        '  ALIAS AWS_BEDROCK_INVOKE_MODEL',
        `  MODEL ID '${model.placeholder('amazon.titan-text-express-v1')}'`,
        "  CONTENT_TYPE 'application/json'",
        "  ACCEPT 'application/json';",
      ],
      [ml.mysql_alias_bedrock, ml.mysql_alias_return_types],
    ),
  ];
}

function grantsOfVersion3(): readonly StatementSnippet[] {
  const user = new TabStops().placeholder('app');
  return Object.entries(ml.mysql3_roles.value).map(([service, role]) =>
    statement(
      `GRANT ${role}`,
      `lets a user call ${service}`,
      [`GRANT ${role} TO ${user};`, `SET DEFAULT ROLE ${role} TO ${user};`],
      [ml.mysql3_roles],
    ),
  );
}

function grantsOfVersion2(): readonly StatementSnippet[] {
  const user = new TabStops().placeholder('app');
  return Object.entries(ml.mysql2_privileges.value).map(([service, privilege]) =>
    statement(
      `GRANT ${privilege}`,
      `lets a user call ${service}`,
      [`GRANT ${privilege} ON *.* TO ${user};`],
      [ml.mysql2_privileges],
    ),
  );
}

function executeStatement(name: string, stops: TabStops): StatementSnippet {
  return statement(
    'GRANT EXECUTE ON FUNCTION',
    'lets a user call a function made with ALIAS',
    [`GRANT EXECUTE ON FUNCTION ${name} TO ${stops.placeholder('app')};`],
    [ml.mysql_execute],
  );
}

function endpointStop({ design }: SqlDocument, stops: TabStops): string {
  const endpoints = declaredEndpoints(design);
  return endpoints.length > 0 ? stops.choice(endpoints) : stops.placeholder('endpoint');
}
