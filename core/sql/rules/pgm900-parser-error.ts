import { postgresql_grammar } from '../../facts/generated/sql-syntax.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RuleIdentity } from '../../rules/rule.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { Range } from '../../text/range.ts';
import { firstLineOf } from '../syntax/first-line.ts';
import { type LexicalError, unbalancedBracket } from '../syntax/lexical-error.ts';
import type { ParserError } from '../syntax/parser-error.ts';
import type { Statement } from '../text/statement.ts';
import type { Token } from '../text/token.ts';

/** Not a check of ours: what PostgreSQL's own parser says, asked apart from the rules. */
export const rule: RuleIdentity = {
  id: 'PGM900',
  title: 'PostgreSQL cannot parse the statement',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [postgresql_grammar],
};

/** The finding on a comment that is never closed: it stands behind the statements that the parser sees. */
export function unclosedCommentFinding({ range, message }: LexicalError): Finding {
  return finding(range, message);
}

/** The finding that follows from what the parser said of a statement, or of one in its body, at its place in the text. */
export function parserFinding(text: string, { tokens, range }: Statement, error: ParserError): Finding {
  const start = range.start + error.offset;
  const token = tokens.find(({ end }) => end > start);
  if (start >= range.end || token === undefined) return finding(tokens.at(-1) ?? range, endMessage(text, tokens));
  const said = firstLineOf(text, { start, end: error.end === undefined ? token.end : range.start + error.end });
  const place = said.end > said.start ? said : token;
  return finding(place, messageAt(text.slice(place.start, place.end), error.message));
}

function finding({ start, end }: Range, message: string): Finding {
  return { rule: rule.id, severity: rule.severity, message, path: '', range: { start, end }, fixes: [] };
}

function endMessage(text: string, tokens: readonly Token[]): string {
  const written = (token: Token | undefined) => quoted(text.slice(token?.start, token?.end));
  const open = unbalancedBracket(tokens);
  const before = open && tokens[tokens.indexOf(open) - 1];
  const advice =
    before === undefined ? 'Write what is missing.' : `Close the bracket behind ${written(before)}, or go on.`;
  return `The statement ends too early: PostgreSQL expects more behind ${written(tokens.at(-1))}. ${advice}`;
}

/** What PostgreSQL says of quotes that are never closed, and what to do. */
const unclosed: readonly (readonly [said: RegExp, message: string])[] = [
  [/^unterminated quoted identifier/, 'The name is never closed. Write " at its end.'],
  [/^unterminated dollar-quoted string/, 'The string is never closed. Write the same dollar quote at its end.'],
  [/^unterminated \/\* comment/, 'The comment is never closed. Write */ where it ends.'],
  [/^unterminated /, "The string is never closed. Write ' at its end; inside it a ' is doubled."],
];

function messageAt(written: string, said: string): string {
  const ofQuote = unclosed.find(([pattern]) => pattern.test(said))?.[1];
  if (ofQuote !== undefined) return ofQuote;
  const reason = said.replace(/ at (?:or near ".*"|end of input)$/s, '');
  return `PostgreSQL cannot read on at ${quoted(written)}: ${reason}. Correct it, or what stands before it.`;
}

const longestQuote = 40;

/** A piece of the statement as a message shows it. */
function quoted(written: string): string {
  const line = written.trim();
  return `"${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}"`;
}

export const page: RulePage = {
  reason:
    'PostgreSQL refuses the whole statement, and says so at the first word that it cannot take: the mistake is there or before it. What is asked is the grammar of PostgreSQL 18 itself, which reads almost all that older versions do. Variables of psql (:name) and parameters (?) count as whatever fits. The setting auroraBlueprint.sql.syntaxErrors says in which files such errors are looked for.',
  bad: `SELECT aws_comprehend.detect_sentiment(body, 'en') FRM reviews WHERE id = 7;
--                                                     ^^^^^^^ PGM900 cannot read on at "reviews": syntax error`,
  good: `SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews WHERE id = 7;`,
};
