import { readTemplate } from '../../design/readers/template.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import type { SqlContext } from '../analyze.ts';
import { readAuroraComment } from '../dialect.ts';
import type { GoverningDesign } from '../governing-design.ts';
import type { SqlRule } from '../sql-rule.ts';

/** A template whose cluster has a role for Comprehend. */
function templateOf(dialect: SqlDialect): string {
  return `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-${dialect}
      AssociatedRoles: [{ FeatureName: Comprehend, RoleArn: "arn:aws:iam::123456789012:role/comprehend" }]
`;
}

/** The cluster that a template has, as what governs SQL. */
export function governingTemplate(text: string): GoverningDesign {
  const [cluster] = readTemplate(text)?.clusters ?? [];
  const designs = cluster?.designs ?? [];
  return {
    logicalId: cluster?.logicalId,
    design: designs[0]?.design,
    ...(designs.length > 1 && { cases: designs }),
  };
}

/** What is around the example of a rule beside the blueprint of its page: a template, or two designs that are equally near. */
export function exampleContext({ id, formats, dialects: [dialect = 'postgresql'] }: SqlRule, text: string): SqlContext {
  const names = ['./billing.aurora.yaml', './orders.aurora.yaml'];
  const { design: named = '' } = readAuroraComment(text);
  if (id === 'AUR1115' && named === '') {
    return { dialect, undecided: { kind: 'equallyNear', by: 'nobody', named, names } };
  }
  if (id === 'AUR1121' && !names.includes(named)) {
    return { dialect, undecided: { kind: 'notFound', by: 'comment', named, names } };
  }
  if (formats?.includes('cloudformation')) return { dialect, ...governingTemplate(templateOf(dialect)) };
  return { dialect };
}
