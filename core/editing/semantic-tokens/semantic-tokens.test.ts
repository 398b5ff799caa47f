import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate } from '../../design/readers/template.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import { analyzeSql } from '../../sql/analyze.ts';
import { exampleBlueprints, exampleSqlFiles } from '../../testing/examples.ts';
import { asJson, instance, template } from '../../testing/template-texts.ts';
import { blueprintNames } from '../names/blueprint-names.ts';
import { sqlNames } from '../names/sql-names.ts';
import { templateNames } from '../names/template-names.ts';
import { blueprintTokens, templateTokens } from './design-tokens.ts';
import type { SemanticToken } from './semantic-token.ts';
import { sqlTokens } from './sql-tokens.ts';

const asOf = '2026-11-23';

const ofBlueprint = (text: string) => {
  const blueprint = readBlueprint(text);
  return blueprintTokens(blueprint, blueprintNames(blueprint), asOf);
};
const ofTemplate = (text: string) => {
  const read = readTemplate(text);
  return read === undefined ? [] : templateTokens(read, templateNames(read), asOf);
};
const ofSql = (dialect: SqlDialect) => (text: string) => {
  const analysis = analyzeSql(text, { dialect });
  return sqlTokens(text, dialect, analysis, sqlNames(analysis));
};

/** Each token in words: its text, its type, its modifiers. */
function shown(text: string, tokens: readonly SemanticToken[]): readonly string[] {
  return tokens.map(({ range, type, modifiers }) => [text.slice(range.start, range.end), type, ...modifiers].join(' '));
}

test('names of a blueprint, apart from the words that Aurora knows', () => {
  const text = `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.9"
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-esat-1b]
  instances:
    - { id: orders-a, class: db.r7g.large, role: writer }
    - { id: orders-b, class: db.r7g.huge, role: readr }
  endpoints:
    - { id: reports, type: READER, staticMembers: [orders-b, orders-x] }
scenarios:
  - name: lose the writer
    events: [{ at: 1m, fail: instance, target: orders-a }, { at: 2m, crash: writer }]
    expect: { promoted: "orders-b" }
`;
  expect(shown(text, ofBlueprint(text))).toEqual([
    'orders class declaration',
    'aurora-postgresql enumMember defaultLibrary',
    '16.9 enumMember defaultLibrary',
    'us-east-1 enumMember defaultLibrary',
    'us-east-1a enumMember defaultLibrary',
    'orders-a variable declaration',
    'db.r7g.large enumMember defaultLibrary',
    'writer enumMember defaultLibrary',
    'orders-b variable declaration',
    'reports interface declaration',
    'READER enumMember defaultLibrary',
    'orders-b variable',
    'instance enumMember defaultLibrary',
    'orders-a variable',
    'orders-b variable',
  ]);
});

test('what AWS no longer offers or supports', () => {
  const text = `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: '11.9'
primary:
  region: us-east-1
  instances: [{ id: a, class: db.r4.large }, { id: b, class: db.r6g.large, engineVersion: 99.1 }]
`;
  const deprecated = shown(text, ofBlueprint(text)).filter((token) => token.includes('deprecated'));
  expect(deprecated).toEqual([
    '11.9 enumMember defaultLibrary deprecated',
    'db.r4.large enumMember defaultLibrary deprecated',
  ]);
});

test('names of a template, through its functions', () => {
  const text = `Parameters:
  Version: { Type: String, Default: "16.9" }
Conditions:
  IsLarge: !Equals [!Ref Version, "16.9"]
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: !Ref Version
      DBClusterIdentifier: !Sub "\${Version}-orders"
  Writer:
    Type: AWS::RDS::DBInstance
    Condition: IsLarge
    DependsOn: Cluster
    Properties:
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: !Ref Cluster
      AvailabilityZone: us-east-1a
      Engine: aurora-postgresql
`;
  expect(shown(text, ofTemplate(text))).toEqual([
    'Version parameter declaration',
    'IsLarge variable declaration',
    'Version parameter',
    'Cluster class declaration',
    'aurora-postgresql enumMember defaultLibrary',
    'Version parameter',
    'Version parameter',
    'Writer class declaration',
    'IsLarge variable',
    'Cluster class',
    'db.r7g.large enumMember defaultLibrary',
    'Cluster class',
    'us-east-1a enumMember defaultLibrary',
  ]);
});

test('a template in every case of its conditions', () => {
  const text = `Conditions:
  IsOld: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: !If [IsOld, "11.9", "16.9"]
`;
  expect(shown(text, ofTemplate(text))).toEqual([
    'IsOld variable declaration',
    'Cluster class declaration',
    'aurora-postgresql enumMember defaultLibrary',
    'IsOld variable',
    '11.9 enumMember defaultLibrary deprecated',
    '16.9 enumMember defaultLibrary',
  ]);
});

test('functions of Aurora, endpoints and codes in SQL of PostgreSQL', () => {
  const text = `SELECT aws_comprehend.detect_sentiment(body, 'en'), aws_comprehend.detect_sentimen(body, 'english'),
  lower(body), aws_sagemaker.invoke_endpoint('fraud', 10, amount) FROM reviews;
SELECT aws_bedrock.invoke_model(model_id => 'amazon.titan', inputs => '{}');`;
  expect(shown(text, ofSql('postgresql')(text))).toEqual([
    'aws_comprehend.detect_sentiment function defaultLibrary',
    'en enumMember defaultLibrary',
    'aws_sagemaker.invoke_endpoint function defaultLibrary',
    'fraud interface',
    'aws_bedrock.invoke_model function defaultLibrary',
    'model_id parameter',
    'amazon.titan interface',
  ]);
});

test('functions that a statement defines in SQL of MySQL', () => {
  const text = `CREATE FUNCTION score(amount FLOAT) RETURNS FLOAT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud' MAX_BATCH_SIZE 5;
SELECT score(amount), other(amount) FROM orders;`;
  expect(shown(text, ofSql('mysql')(text))).toEqual([
    'score function declaration',
    'ALIAS keyword',
    'AWS_SAGEMAKER_INVOKE_ENDPOINT function defaultLibrary',
    'ENDPOINT NAME keyword',
    'fraud interface',
    'MAX_BATCH_SIZE keyword',
    'score function',
  ]);
});

test('wrappers of ML calls, where they are created and called', () => {
  const text = `CREATE FUNCTION ml.score(a float) RETURNS float LANGUAGE sql AS $$
  SELECT aws_sagemaker.invoke_endpoint('fraud', max_rows_per_batch => 5)::float
$$;
SELECT ml.score(1), lower('a');`;
  expect(shown(text, ofSql('postgresql')(text))).toEqual([
    'score function declaration',
    'aws_sagemaker.invoke_endpoint function defaultLibrary',
    'fraud interface',
    'max_rows_per_batch parameter',
    'score function',
  ]);
});

describe('wherever a text ends, its tokens lie inside it, in order and apart, each on one line', () => {
  const quoted = 'name: |\n  a\n  b\nprimary: &p { region: "us-east-1" }\nsecondaries: [*p]\n';
  const stack = template('      EngineVersion: "8.0.mysql_aurora.3.10.0"\n', { resources: instance('A') });
  const blueprints = [quoted, ...exampleBlueprints.map(([, text]) => text)];
  const sql = exampleSqlFiles.map(([, text]) => text);

  test.each([
    ['blueprints', blueprints, ofBlueprint],
    ['templates', [stack, asJson(stack)], ofTemplate],
    ['SQL of PostgreSQL', sql, ofSql('postgresql')],
    ['SQL of MySQL', sql, ofSql('mysql')],
  ])('%s', (_, texts, tokensOf) => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (whole, at) => {
        const text = whole.slice(0, at % (whole.length + 1));
        let last = 0;
        for (const { range } of tokensOf(text)) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(range.start, range.end)).toMatch(/^.+$/);
          last = range.end;
        }
      }),
    );
  });
});
