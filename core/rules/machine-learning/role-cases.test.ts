import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const learning = (properties: string, service = 'Comprehend') =>
  `machineLearning:\n  - { service: ${service}, roleArn: "${arn('ml')}"${properties} }\n`;
const mysql = (lines: string) => cluster(lines, 'aurora-mysql');
const role = (feature: string, words: string) =>
  cluster(
    `  associatedRoles:\n    - { featureName: ${feature}, roleArn: "${arn('a')}" }\n#                    ${'^'.repeat(feature.length)} AUR1102 ${words}\n`,
  );
const parameter = (more = '') => `  parameters: { aws_default_comprehend_role: "${arn('other')}" }\n${more}`;
const marked = '#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1106\n';
const endpoint = (name: string, marker = '') =>
  cluster(
    `machineLearning:\n  - service: SageMaker\n    roleArn: "${arn('ml')}"\n    endpoints:\n      - name: ${name}\n${marker && `#             ${'^'.repeat(name.length)} ${marker}\n`}        input: [text]\n        output: text\n`,
  );

describeRuleCases({
  AUR1102: [
    ['a slip', role('Comprehen', 'Did you mean Comprehend')],
    ['another word that is near', role('s3Inport', 'Did you mean s3Import')],
    ['nothing near', role('Kinesis', 'It knows')],
  ],
  AUR1104: [
    [
      'a role that cannot be read',
      mysql(
        'machineLearning:\n  - { service: Comprehend, roleArn: [] }\n#              ^^^^^^^^^^ AUR1104\n#                                   ^^ FMT005\n',
      ),
    ],
  ],
  AUR1106: [
    [
      'roles that cannot be read may be it',
      mysql(`${parameter()}machineLearning: many\n#                ^^^^ FMT005\n`),
    ],
    [
      'the role of another service',
      mysql(`${parameter(marked)}${learning('', 'SageMaker')}#              ^^^^^^^^^ AUR1104\n`),
    ],
  ],
  AUR1109: [
    ['words before the ARN', endpoint('x-arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud')],
    ['a name', endpoint('fraud')],
  ],
  AUR1111: [
    [
      'a service that cannot be read',
      cluster('machineLearning:\n  - { service: [], roleArn: x }\n#              ^^ FMT005\n'),
    ],
  ],
});
