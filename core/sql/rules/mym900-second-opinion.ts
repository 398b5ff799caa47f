import * as ml from '../../facts/generated/ml.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RuleIdentity } from '../../rules/rule.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { StatementAnalysis } from '../statement-analysis.ts';
import type { Statement } from '../text/statement.ts';
import { isWord } from '../text/token.ts';

/** Not a check of ours: what a parser for MySQL in general says, asked apart from the rules. */
export const rule: RuleIdentity = {
  id: 'MYM900',
  title: 'A second MySQL parser cannot read the statement',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql_detect_sentiment, ml.mysql_alias_sagemaker],
};

/**
 * Whether a second parser is worth asking: the statement queries or changes rows and calls an ML function. Other
 * statements, and exports to S3, are Aurora's own and known to no general parser.
 */
export function isWorthASecondOpinion({ calls, statement: { tokens } }: StatementAnalysis): boolean {
  if (calls.length === 0 || tokens.some((token) => isWord(token, 'outfile'))) return false;
  return isWord(tokens[0], 'select', 'with', 'insert', 'replace', 'update', 'delete');
}

/** The hint that a parser stopped in a statement, `place` UTF-16 units behind its beginning. */
export function secondOpinionFinding({ tokens, range }: Statement, place: number): Finding {
  const token = tokens.find(({ end }) => end > place) ?? tokens.at(-1) ?? range;
  const stopsAtEnd = place >= range.end;
  return {
    rule: rule.id,
    severity: rule.severity,
    message: `A second MySQL parser ${stopsAtEnd ? 'expects more here' : 'cannot read the statement from here on'}. It does not know all of MySQL, so the statement may be right.`,
    path: '',
    range: { start: token.start, end: token.end },
    fixes: [],
  };
}

export const page: RulePage = {
  reason:
    'A general parser for MySQL, node-sql-parser, reads queries that call ML functions as well. It rejects about one in seven that MySQL accepts, so what it says is a hint to look again and never an error.',
  bad: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE ORDER BY id;
--                                                                          ^^ MYM900`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id > 7 ORDER BY id;`,
};
