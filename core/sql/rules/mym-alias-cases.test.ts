import { describe, expect, test } from 'vitest';
import { describeSqlRuleCases, designOf, mendSql } from '../../testing/sql-rule-cases.ts';

const sagemaker = "ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector'";
const bedrock = "ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1'";
const endpoint = (name: string) =>
  `CREATE FUNCTION f(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME ${name};`;

describeSqlRuleCases('mysql', {
  MYM004: [
    'CREATE FUNCTION f(a INT) RETURNS INT ALIAS «AWS_SAGEMAKER_INVOKE_ENDPOINT» ENDPOINT NAME;',
    'CREATE FUNCTION f(a TEXT) RETURNS TEXT ALIAS «AWS_BEDROCK_INVOKE_MODEL» TIMEOUT_MS 500;',
    'DELIMITER //\nCREATE FUNCTION f(a INT) RETURNS INT ALIAS «AWS_SAGEMAKER_INVOKE_ENDPOINT»//\nDELIMITER ;',
    '/*!80000 CREATE FUNCTION f(a INT) RETURNS INT ALIAS «AWS_SAGEMAKER_INVOKE_ENDPOINT» */;',
    endpoint(':endpoint'),
    endpoint('fraud-detector'),
    "CREATE FUNCTION f(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT_NAME 'e'",
    "CREATE FUNCTION f(a INT) RETURNS INT RETURN (SELECT 'x' alias)",
  ],
  MYM005: [
    `CREATE FUNCTION f(a INT) ${sagemaker.replace('ALIAS', '«ALIAS»')};`,
    `CREATE FUNCTION f(a INT) «RETURNS» ${sagemaker};`,
    ...['TINYTEXT', 'LONGBLOB', 'BIT', 'BIT(8)', 'DATE', 'json', 'DATETIME(6)', 'CHAR(3)', 'VARCHAR'].map(
      (type) => `CREATE FUNCTION f(a INT) RETURNS «${type}» CHARSET utf8mb4 ${sagemaker};`,
    ),
    ...['INT', 'DOUBLE PRECISION', 'DECIMAL(8,2) UNSIGNED', 'FLOAT4', 'BOOLEAN', 'VARCHAR(20)', 'mood'].map(
      (type) => `CREATE FUNCTION f(a INT) RETURNS ${type} ${sagemaker};`,
    ),
    ...['TEXT', 'LONGTEXT', 'VARCHAR(20) CHARSET utf8mb4', 'BLOB'].map(
      (type) => `CREATE FUNCTION f(a TEXT) RETURNS ${type} ${bedrock};`,
    ),
    "CREATE FUNCTION f(a INT) RETURNS JSON RETURN '{}'",
  ],
  MYM006: [
    `CREATE FUNCTION f(a INT) RETURNS INT «READS SQL DATA» «DETERMINISTIC» ${sagemaker};`,
    `CREATE FUNCTION f(a INT) «NO SQL» RETURNS INT ${sagemaker} «CONTAINS SQL»;`,
    `/*!80000 CREATE FUNCTION f(a INT) RETURNS INT «MODIFIES SQL DATA» ${sagemaker} */`,
    `CREATE FUNCTION f(a INT) RETURNS INT NOT DETERMINISTIC SQL SECURITY INVOKER COMMENT 'NO SQL' ${sagemaker};`,
    'CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC NO SQL RETURN a',
  ],
  MYM007: [
    `CREATE FUNCTION f(a TEXT) RETURNS VARCHAR(20) «CHARACTER SET latin1» ${bedrock};`,
    `CREATE FUNCTION f(a INT) RETURNS «VARCHAR(20)» COLLATE utf8mb4_bin ${sagemaker};`,
    `CREATE FUNCTION f(a VARCHAR(20)) RETURNS INT ${sagemaker};`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock};`,
    `CREATE FUNCTION f(a TEXT) RETURNS VARCHAR(9) CHARSET 'UTF8MB4' COLLATE utf8mb4_bin ${bedrock};`,
    `CREATE FUNCTION f(a TEXT) RETURNS VARCHAR ${bedrock};`,
  ],
  MYM008: [
    `DELIMITER //\nCREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} «BEGIN RETURN a; END»//\nDELIMITER ;`,
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker}\n«BEGIN\n  RETURN a;\nEND»;\nSELECT 1;`,
    'CREATE FUNCTION f(a INT) RETURNS INT RETURN a',
  ],
  MYM016: [
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} MAX_BATCH_SIZE «10001»;`,
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} MAX_BATCH_SIZE 10000;`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock} MAX_BATCH_SIZE 99999;`,
  ],
  MYM020: [
    ...[
      'https://runtime.sagemaker.us-east-1.amazonaws.com/endpoints/a/invocations',
      'a_b',
      '-a',
      '',
      'e'.repeat(64),
    ].map((name) => endpoint(`«'${name}'»`)),
    ...['e', 'Fraud-Detector-2', 'e'.repeat(63), '{{ endpoint }}', '%s-fraud'].map((name) => endpoint(`'${name}'`)),
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock}`,
  ],
  MYM024: [
    'CREATE FUNCTION f(a INT) RETURNS INT «ALIAS»',
    "CREATE FUNCTION f(a INT) RETURNS INT ALIAS «AWS_SAGEMAKER_INVOKE_ENDPIONT» ENDPOINT NAME 'e'",
    "CREATE FUNCTION f(a INT) RETURNS INT ALIAS «AWS_REKOGNITION» ENDPOINT NAME 'e'",
    "CREATE FUNCTION f(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT «ENDPOINT» 'e' «BATCH_SIZE» 5",
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} «MODEL ID» 'm' «TIMEOUT_MS» 500 «REGION» 'x'`,
    "CREATE FUNCTION f(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT «MODEL ID» 'e'",
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock} «CONTENT TYPE» 'application/json' «ACCEPT_TYPE» 'a/b' «TIMEOUT» 5`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock} ACCEPT 'a/b' «ACCEPT» 'a/c'`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock} ACCEPT 'a/b' CONTENT_TYPE 'a/b' TIMEOUT_MS 500;`,
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} MAX_BATCH_SIZE 5;`,
    "CREATE FUNCTION f RETURNS STRING SONAME 'alias.so'",
  ],
  MYM025: [
    endpoint('«fraud-detector»'),
    endpoint('«@endpoint»'),
    endpoint("«=» 'fraud-detector'"),
    endpoint('«5»'),
    endpoint('?'),
    endpoint(':endpoint'),
    ...['0', '-5', '1.5', "'500'", '@size', 'ten'].map(
      (size) => `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} MAX_BATCH_SIZE «${size}»`,
    ),
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} «MAX_BATCH_SIZE»`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock} TIMEOUT_MS «0» ACCEPT «application»`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock} TIMEOUT_MS 1 ACCEPT "a/b"`,
  ],
  MYM026: [
    `CREATE FUNCTION f(a INT, b INT, «A» INT) RETURNS INT ${sagemaker}`,
    `CREATE FUNCTION f(«OUT» a INT, «c», b DECIMAL(8, 2)) RETURNS INT ${sagemaker}`,
    `CREATE FUNCTION f«()» RETURNS TEXT ${bedrock}`,
    `CREATE FUNCTION «f» RETURNS TEXT ${bedrock}`,
    `CREATE FUNCTION f(a TEXT, «b TEXT, c INT») RETURNS TEXT ${bedrock}`,
    `CREATE FUNCTION f(a TEXT) RETURNS TEXT ${bedrock}`,
    `CREATE FUNCTION f() RETURNS INT ${sagemaker}`,
    'CREATE PROCEDURE p(IN a INT, OUT b INT) SELECT 1',
  ],
  MYM027: [
    `CREATE FUNCTION f(a INT) RETURNS INT «DEFINER = 'app'@'%'» ${sagemaker}`,
    `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker} «DEFINER = CURRENT_USER()» MAX_BATCH_SIZE 5`,
    `CREATE FUNCTION f(a INT) «SQL SECURITY DEFINER» RETURNS INT ${sagemaker} «SQL SECURITY INVOKER»`,
    `CREATE «OR REPLACE» FUNCTION f(a INT) RETURNS INT ${sagemaker}`,
    `CREATE DEFINER = app@localhost FUNCTION f(a INT) RETURNS INT SQL SECURITY INVOKER ${sagemaker}`,
    `CREATE FUNCTION IF NOT EXISTS f(a INT) DEFINER = CURRENT_USER RETURNS INT ${sagemaker}`,
  ],
});

const version = (number: string) => `engineVersion: 8.0.mysql_aurora.${number}`;
const createBedrock = (keyword: string) => `CREATE FUNCTION f(a TEXT) RETURNS TEXT ALIAS ${keyword} MODEL ID 'm';`;

describe('under version 3.05', () => {
  describeSqlRuleCases(
    'mysql',
    {
      MYM009: [createBedrock('«AWS_BEDROCK_INVOKE_MODEL»'), `CREATE FUNCTION f(a INT) RETURNS INT ${sagemaker};`],
      MYM013: [
        "GRANT «INVOKE COMPREHEND», «INVOKE SAGEMAKER» ON *.* TO 'app'@'%'",
        "REVOKE «invoke comprehend» ON *.* FROM 'app'@'%'",
        'GRANT AWS_COMPREHEND_ACCESS TO app',
        'GRANT INVOKE LAMBDA ON *.* TO app',
      ],
      MYM014: ['SELECT content_type, aws_comprehend_detect_sentiment(a, "en") FROM t WHERE accept = 1'],
    },
    version('3.05.2'),
  );
});

describe('under version 2', () => {
  describeSqlRuleCases(
    'mysql',
    {
      MYM009: [createBedrock('«AWS_BEDROCK_INVOKE_MODEL»')],
      MYM013: [
        'GRANT «AWS_COMPREHEND_ACCESS», «AWS_BEDROCK_ACCESS» TO app',
        'GRANT INVOKE COMPREHEND ON *.* TO app',
        'GRANT AWS_LAMBDA_ACCESS TO app',
      ],
    },
    'engineVersion: 5.7.mysql_aurora.2.11.4',
  );
});

describe.each(['8.0', '5.7', '8.0.mysql_aurora.3.10.1', '"?"'])('under version %s', (stated) => {
  describeSqlRuleCases('mysql', { MYM009: [createBedrock('AWS_BEDROCK_INVOKE_MODEL')] }, `engineVersion: ${stated}`);
});

describe('under version 3.06 and later', () => {
  describeSqlRuleCases(
    'mysql',
    {
      MYM014: [
        'CREATE TABLE aws_compare (id INT, «accept» TEXT, `content_type` TEXT, timeout INT)',
        'SELECT aws_comprehend_detect_sentiment(«content_type», "en"), r.accept, @accept, "accept" FROM r WHERE id = 1',
        `CREATE FUNCTION f(«accept» TEXT) RETURNS TEXT ${bedrock} ACCEPT 'application/json' TIMEOUT_MS 500`,
        'CREATE PROCEDURE p() BEGIN SELECT «timeout_ms», aws_comprehend_detect_sentiment(a, "en") FROM t WHERE id = 1; END;',
        'SELECT aws_sagemaker_invoke_endpoint(1)',
      ],
    },
    version('3.06.0'),
  );
});

describe('fixes', () => {
  test.each([
    ['MYM005', 'RETURNS LONGTEXT CHARSET latin1 ', 'RETURNS VARCHAR(255) CHARSET utf8mb4 '],
    ['MYM005', 'RETURNS BIT ', 'RETURNS TINYINT '],
    ['MYM005', 'RETURNS VARCHAR ', 'RETURNS VARCHAR(255) '],
    ['MYM006', 'RETURNS INT NO SQL ', 'RETURNS INT '],
    ['MYM006', 'RETURNS INT -- a\n  NO SQL\n', 'RETURNS INT -- a\n'],
    ['MYM006', 'RETURNS INT -- a\n  NO SQL ', 'RETURNS INT -- a\n  '],
    ['MYM007', 'RETURNS VARCHAR(9) COLLATE utf8mb4_bin ', 'RETURNS VARCHAR(9) CHARSET utf8mb4 COLLATE utf8mb4_bin '],
    ['MYM007', 'RETURNS CHAR(9) CHARACTER SET ascii ', 'RETURNS CHAR(9) CHARSET utf8mb4 '],
  ])('%s: %s', (rule, before, after) => {
    const around = (text: string) => `CREATE FUNCTION f(a INT) ${text}${sagemaker};`;
    expect(mendSql(around(before), 'mysql', rule)).toBe(around(after));
  });

  test.each([
    ['arn:aws-cn:sagemaker:cn-north-1:123456789012:endpoint/fraud', 'fraud'],
    ['https://runtime.sagemaker.us-east-1.amazonaws.com/endpoints/fraud/invocations', 'fraud'],
    [' fraud ', 'fraud'],
    ['fraud_detector', 'fraud-detector'],
  ])('%s is %s', (written, meant) => {
    const design = designOf(
      'mysql',
      'machineLearning: [{ service: SageMaker, roleArn: a, endpoints: [{ name: fraud-detector }] }]',
    );
    expect(mendSql(endpoint(`'${written}'`), 'mysql', 'MYM020', undefined, design)).toBe(endpoint(`'${meant}'`));
  });

  test.each([
    [
      'MYM024',
      'ALIAS AWS_SAGEMAKER_INVOKE_ENDPIONT ENDPOINT NAME x',
      'ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME x',
    ],
    ['MYM024', `${sagemaker} BATCH_SIZE 5`, `${sagemaker} MAX_BATCH_SIZE 5`],
    ['MYM024', `${sagemaker} TIMEOUT_MS 5 MAX_BATCH_SIZE 5`, `${sagemaker} MAX_BATCH_SIZE 5`],
    [
      'MYM024',
      "ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT MODEL ID 'e'",
      "ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e'",
    ],
    ['MYM024', `${sagemaker} MAX_BATCH_SIZE 5\n  MAX_BATCH_SIZE 6`, `${sagemaker} MAX_BATCH_SIZE 5`],
    ['MYM025', `${sagemaker} MAX_BATCH_SIZE = 5`, `${sagemaker} MAX_BATCH_SIZE 5`],
    ['MYM025', `${sagemaker} MAX_BATCH_SIZE '5'`, `${sagemaker} MAX_BATCH_SIZE 5`],
    ['MYM027', `DEFINER = a@b ${sagemaker}`, undefined],
  ])('%s: %s', (rule, before, after) => {
    const around = (text: string, middle = '') => `CREATE FUNCTION f(a INT) ${middle}RETURNS INT ${text};`;
    const mended = after === undefined ? around(sagemaker, 'DEFINER = a@b ') : around(after);
    expect(mendSql(around(before), 'mysql', rule)).toBe(mended);
  });

  test('the grant of one version becomes that of the other', () => {
    const three = designOf('mysql', version('3.10.1'));
    const two = designOf('mysql', 'engineVersion: 5.7.mysql_aurora.2.11.4');
    const [old, role] = ["GRANT INVOKE SAGEMAKER ON *.* TO 'a'@'%'", "GRANT AWS_SAGEMAKER_ACCESS TO 'a'@'%'"];
    expect(mendSql(old, 'mysql', 'MYM013', undefined, three)).toBe(role);
    expect(mendSql(role, 'mysql', 'MYM013', undefined, two)).toBe(old);
  });
});
