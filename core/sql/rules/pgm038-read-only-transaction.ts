import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { outlineOf } from '../calls/outline.ts';
import { shiftRange } from '../shift-finding.ts';
import type { SqlRule } from '../sql-rule.ts';
import type { Statement } from '../text/statement.ts';
import { isWord, type Token } from '../text/token.ts';

export const rule: SqlRule = {
  id: 'PGM038',
  title: 'Results stored in a read-only transaction',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.postgresql_read_only],
  dialects: ['postgresql'],
  checkFile: ({ statements, dialect }, report) => {
    if (dialect !== 'postgresql') return;
    let isReadOnly = false;
    for (const { statement, calls, offset } of statements) {
      isReadOnly = readOnlyAfter(statement, isReadOnly);
      const [call] = calls;
      const writing = isReadOnly && call !== undefined ? writingWord(statement) : undefined;
      if (call === undefined || writing === undefined) continue;
      const message = `The transaction is READ ONLY and refuses ${writing.text.toUpperCase()}: what the model answers cannot be stored. Run it on the writer, in a transaction that may write.`;
      report(shiftRange({ start: writing.start, end: writing.end }, offset), message);
    }
  },
};

const aboutTransactions = new Set(['begin', 'start', 'set', 'commit', 'rollback', 'end', 'abort']);

/** Whether the transaction is read-only behind a statement, by what stands in the file. */
function readOnlyAfter({ tokens }: Statement, before: boolean): boolean {
  const [first, second] = tokens;
  if (first?.kind !== 'word' || !aboutTransactions.has(first.text)) return before;
  const begins = isWord(first, 'begin') || (isWord(first, 'start') && isWord(second, 'transaction'));
  const sets = isWord(first, 'set') && isWord(second, 'transaction');
  if (begins) return hasPair(tokens, 'read', 'only');
  if (sets) return hasPair(tokens, 'read', 'only') || (before && !hasPair(tokens, 'read', 'write'));
  return isWord(first, 'commit', 'rollback', 'end', 'abort') && !isWord(second, 'to') ? false : before;
}

function hasPair(tokens: readonly Token[], first: string, second: string): boolean {
  return tokens.some((token, index) => isWord(token, first) && isWord(tokens[index + 1], second));
}

/** The word with which a statement writes to a table; undefined for one that reads, or makes something temporary. */
function writingWord(statement: Statement): Token | undefined {
  const { tokens } = statement;
  const [first] = tokens;
  if (isWord(first, 'explain', 'prepare', 'do')) return undefined;
  if (isWord(first, 'create')) {
    return tokens.slice(0, 4).some((token) => isWord(token, 'temp', 'temporary')) ? undefined : first;
  }
  if (isWord(first, 'refresh')) return first;
  const query = outlineOf(statement).queries.find(({ kind }) => kind !== 'select' && kind !== 'values');
  return query?.parts[0] && tokens[query.parts[0].start];
}

export const page: RulePage = {
  reason:
    'A READ ONLY transaction, and every transaction on a reader, refuses statements that write. SELECT with an ML call works there; storing what it gives does not.',
  bad: `START TRANSACTION READ ONLY;
UPDATE reviews SET mood = (aws_comprehend.detect_sentiment(body, 'en')).sentiment WHERE mood IS NULL;
^^^^^^ PGM038 READ ONLY and refuses UPDATE
COMMIT;`,
  good: `START TRANSACTION;
UPDATE reviews SET mood = (aws_comprehend.detect_sentiment(body, 'en')).sentiment WHERE mood IS NULL;
COMMIT;`,
};
