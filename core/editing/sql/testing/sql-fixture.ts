import { readBlueprint } from '../../../design/readers/blueprint.ts';
import type { SqlDialect } from '../../../facts/ml.ts';
import { analyzeSql } from '../../../sql/analyze.ts';
import { readFixture } from '../../../testing/markers.ts';
import type { SqlDocument } from '../sql-document.ts';

/** A document of an SQL text, governed by a blueprint where there is one. */
export function sqlDocument(text: string, dialect: SqlDialect = 'postgresql', blueprint?: string): SqlDocument {
  const design = blueprint === undefined ? undefined : readBlueprint(blueprint).documents[0]?.design;
  return { text, dialect, sql: analyzeSql(text, { dialect, design }), design };
}

/** A document of a text in which `$0` is the cursor, and where that stands. */
export function sqlFixture(
  marked: string,
  dialect: SqlDialect = 'postgresql',
  blueprint?: string,
): { readonly document: SqlDocument; readonly cursor: number } {
  const { text, cursor } = readFixture(marked);
  if (cursor === undefined) throw new Error('the text has no $0');
  return { document: sqlDocument(text, dialect, blueprint), cursor };
}

/** A design that associates Comprehend and SageMaker, and declares an endpoint. */
export const scoringDesign = `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.9"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/comprehend" }
  - service: SageMaker
    roleArn: "arn:aws:iam::123456789012:role/sagemaker"
    endpoints:
      - { name: fraud-detector, input: [double precision, text], output: double precision }
`;
