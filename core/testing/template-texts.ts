import { parseDocument, type Scalar, visit } from 'yaml';
import { mostConditions } from '../design/readers/template/conditions.ts';

/** The master user that a new cluster needs. */
const masterUser = `      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders:SecretString:password}}"
`;

/** A template with one Aurora MySQL cluster: more properties of it, more sections in front, more resources behind. */
export function template(properties: string, { sections = '', resources = '', credentials = masterUser } = {}): string {
  return `AWSTemplateFormatVersion: "2010-09-09"
${sections}Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
${credentials}${properties}${resources}`;
}

/** A DB instance of the cluster of `template`. */
export function instance(logicalId: string, properties = '', condition = ''): string {
  return `  ${logicalId}:
    Type: AWS::RDS::DBInstance
${condition === '' ? '' : `    Condition: ${condition}\n`}    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
${properties}`;
}

/** A template with more conditions than are told apart: a resource under `Condition: C0` may be there or not. */
export function withManyConditions(text: string): string {
  const names = Array.from({ length: mostConditions + 1 }, (_, index) => `C${index}`);
  const conditions = names.map((name) => `${name}: !Equals [!Ref AWS::StackName, ${name}]`).join(', ');
  const tags = names.map((name) => `!If [${name}, { Key: a, Value: b }, !Ref AWS::NoValue]`).join(', ');
  return `${text.replace('Resources:\n', `Conditions: { ${conditions} }\nResources:\n`)}  Elsewhere:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-mysql, DBClusterIdentifier: elsewhere, Tags: [${tags}] }
`;
}

/** The same template as JSON, with every function in its long form. */
export function asJson(yaml: string): string {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  visit(document, {
    Node: (_key, node) => {
      const [, name] = /^!(\w+)$/.exec(node.tag ?? '') ?? [];
      if (name === undefined) return undefined;
      const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
      const plain = node.clone() as Scalar;
      delete plain.tag;
      return document.createNode({ [long]: plain });
    },
  });
  return JSON.stringify(document.toJS(), null, 2);
}
