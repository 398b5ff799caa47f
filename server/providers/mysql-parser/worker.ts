import sqlParser from 'node-sql-parser/build/mysql.js';
import { answerRequests } from '../statement-parser/answer-requests.ts';
import type { ParserOpinion } from '../statement-parser/opinion.ts';

// The entry of the worker thread in which node-sql-parser runs: some input keeps it busy for ever, so it has to be
// where it can be ended.
const parser = new sqlParser.Parser();

function parse(statement: string): ParserOpinion {
  try {
    parser.astify(statement, { database: 'mysql', trimQuery: false });
    return { ok: true };
  } catch (error) {
    const offset = offsetOf(error);
    if (offset === undefined || !(error instanceof Error)) return { unknown: 'failed' };
    return { ok: false, message: error.message, offset };
  }
}

/** Where the parser stopped; undefined when the error is not about the statement. */
function offsetOf(error: unknown): number | undefined {
  const location = error instanceof Error && 'location' in error ? error.location : undefined;
  const start = typeof location === 'object' && location !== null && 'start' in location ? location.start : undefined;
  const offset = typeof start === 'object' && start !== null && 'offset' in start ? start.offset : undefined;
  return typeof offset === 'number' ? offset : undefined;
}

answerRequests(parse);
