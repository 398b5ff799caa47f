import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { analyzeSql } from '../analyze.ts';

const bedrockCall = "SELECT aws_bedrock.invoke_model('m', 'application/json', 'application/json', body)";

function findingsUnder(machineLearning: string, text = bedrockCall) {
  const dialect = text.includes('ALIAS') ? 'mysql' : 'postgresql';
  const blueprint = `aurora: 1\nname: orders\nengine: aurora-${dialect}\nprimary: { region: us-east-1 }\n${machineLearning}`;
  const design = readBlueprint(blueprint).documents[0]?.design;
  expect(design).toBeDefined();
  return analyzeSql(text, { dialect, design })
    .findings.filter(({ rule }) => rule.startsWith('AUR'))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test('a role for another service alone is an error', () => {
  expect(findingsUnder('machineLearning: [{ service: Comprehend, roleArn: a }]')).toEqual(['AUR1101 error']);
  expect(findingsUnder('machineLearning: []')).toEqual(['AUR1101 error']);
});

test('no word of machine learning is a warning', () => {
  expect(findingsUnder('')).toEqual(['AUR1101 warning']);
});

test('a role for the service, and whatever cannot be understood, is silent', () => {
  expect(findingsUnder('machineLearning: [{ service: Bedrock, roleArn: a }]')).toEqual([]);
  expect(findingsUnder('machineLearning: [{ service: Bedrok, roleArn: a }]')).toEqual([]);
  expect(findingsUnder('machineLearning: 5')).toEqual([]);
  expect(analyzeSql(bedrockCall, { dialect: 'postgresql' }).findings).toEqual([]);
});

test('ALIAS uses its service too, and so does a call of the function it makes', () => {
  const text = `CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';
    SELECT score(a) FROM t`;
  expect(findingsUnder('machineLearning: [{ service: Comprehend, roleArn: a }]', text)).toEqual([
    'AUR1101 error',
    'AUR1101 error',
  ]);
});

test('a declared endpoint is offered to an ALIAS without one', () => {
  const design = readBlueprint(`aurora: 1
name: fraud
engine: aurora-mysql
primary: { region: us-east-1 }
machineLearning: [{ service: SageMaker, roleArn: a, endpoints: [{ name: fraud-detector }] }]`).documents[0]?.design;
  const text = 'CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT';
  const finding = analyzeSql(text, { dialect: 'mysql', design }).findings.find(({ rule }) => rule === 'MYM004');
  expect(finding?.fixes.map((fix) => fix.title)).toEqual(["Add ENDPOINT NAME 'fraud-detector'"]);
});
