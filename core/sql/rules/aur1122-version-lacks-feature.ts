import type { EngineSupport } from '../../facts/engine-versions.ts';
import * as features from '../../facts/generated/engine-features.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { Range } from '../../text/range.ts';
import type { SqlRule, SqlSubject } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { withInside } from '../text/statement.ts';
import { isSymbol, isWord } from '../text/token.ts';
import { governingVersionWithout } from '../version-of-design.ts';

/** Something in SQL that needs a feature of the engine. */
interface FeatureUse {
  readonly what: string;
  readonly range: Range;
  readonly feature: EngineSupport;
}

export const rule: SqlRule = {
  id: 'AUR1122',
  title: 'SQL uses what the engine version of the design lacks',
  group: 'SQL and design',
  severity: 'warning',
  facts: [features.aurora_ml_comprehend_sagemaker, features.fault_injection, features.global_write_forwarding],
  dialects: ['mysql', 'postgresql'],
  check: (subject, report) => {
    if (subject.design === undefined) return;
    for (const { what, range, feature } of usesOf(subject)) {
      const older = governingVersionWithout(subject, feature);
      if (older !== undefined) report(range, `${older.name} has no ${what}. Raise engineVersion in the design.`);
    }
  },
};

/** What a statement uses; what is for Bedrock is another rule's business. */
function usesOf({ calls, statement, dialect }: SqlSubject): readonly FeatureUse[] {
  const uses: FeatureUse[] = calls.flatMap(({ signature, nameRange, name }) => {
    const isOlder = signature !== undefined && signature.service !== 'Bedrock';
    return isOlder ? [{ what: name, range: nameRange, feature: features.aurora_ml_comprehend_sagemaker }] : [];
  });
  const { alias, keyword } = (dialect === 'mysql' ? createAliasOf(statement) : undefined) ?? {};
  if (alias?.service === 'SageMaker' && keyword !== undefined) {
    const range = { start: keyword.start, end: keyword.end };
    uses.push({ what: `ALIAS ${alias.keyword}`, range, feature: features.aurora_ml_comprehend_sagemaker });
  }
  return [...uses, ...wordsOf(statement, dialect)];
}

const injects = ['crash', 'replica_failure', 'disk_failure', 'disk_congestion'].map((what) => `aurora_inject_${what}`);
/** A session variable for writes that a reader forwards, first those of a secondary Region. */
const forwards = /^(?:@@(?:session\.|local\.)?)?aurora_replica_read_consistency$/i;

function wordsOf(statement: SqlSubject['statement'], dialect: SqlSubject['dialect']): readonly FeatureUse[] {
  const parts = withInside(statement).filter(({ tokens }) => dialect === 'postgresql' || isWord(tokens[0], 'set'));
  return parts.flatMap(({ tokens }) =>
    tokens.flatMap((token, index): readonly FeatureUse[] => {
      const range = { start: token.start, end: token.end };
      if (dialect === 'postgresql') {
        const isCall =
          token.kind === 'word' &&
          token.text.startsWith('aurora_') &&
          isSymbol(tokens[index + 1], '(') &&
          injects.includes(token.text);
        return isCall ? [{ what: token.text, range, feature: features.fault_injection }] : [];
      }
      const isVariable = (token.kind === 'word' || token.kind === 'placeholder') && forwards.test(token.text);
      return isVariable ? [{ what: 'write forwarding', range, feature: features.global_write_forwarding }] : [];
    }),
  );
}

export const page: GovernedPage = {
  reason:
    'Functions of Aurora come with an engine version. Under an older one they are not there, whatever the SQL and the roles say.',
  bad: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id = 7;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1122 has no aws_comprehend_detect_sentiment`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id = 7;`,
  governedBy: {
    bad: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 5.7.mysql_aurora.2.06.0
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r5.large }] }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }]
`,
    good: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.1
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }]
`,
  },
};
