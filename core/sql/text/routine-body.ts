import type { SqlDialect } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { BlockDepth, endsNoBlock } from './block-depth.ts';
import { Scanner } from './scanner.ts';
import type { Statement } from './statement.ts';
import { isName, isSymbol, isWord, type Token } from './token.ts';

const languagesOfSql = ['sql', 'plpgsql'];
/** How many tokens may stand between CREATE and FUNCTION: OR REPLACE, AGGREGATE, DEFINER = user@host. */
const headTokens = 12;

/** Index of the word FUNCTION, PROCEDURE, TRIGGER or EVENT in a statement that creates one with a body of its own; -1 for others. */
export function routineKeyword(tokens: readonly Token[]): number {
  if (!isWord(tokens[0], 'create')) return -1;
  const keyword = tokens
    .slice(0, headTokens)
    .findIndex((token) => isWord(token, 'function', 'procedure', 'trigger', 'event', 'table', 'view', 'index'));
  return isWord(tokens[keyword], 'table', 'view', 'index') || !isName(tokens[keyword + 1]) ? -1 : keyword;
}

/** Whether BEGIN, the last of these tokens, begins the body of a routine: in MySQL always, in PostgreSQL before ATOMIC. */
export function beginsBody(tokens: readonly Token[], next: Token | undefined, dialect: SqlDialect): boolean {
  return routineKeyword(tokens) > 0 && (dialect === 'mysql' || isWord(next, 'atomic'));
}

/** A statement with the statements of its body taken out of its own tokens. */
export function withBody(text: string, tokens: readonly Token[], dialect: SqlDialect): Statement {
  const range = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  const block = blockOf(tokens, dialect);
  if (block !== undefined) {
    const own = [...tokens.slice(0, block.start), ...tokens.slice(block.end)];
    const inside = cut(tokens.slice(block.start, block.end), dialect === 'mysql');
    return { range, tokens: own, inside, isInLoop: false };
  }
  const body = quotedBodyOf(tokens);
  const inside = body === undefined ? [] : cut(tokensIn(text, dialect, body.range), body.isProcedural);
  return { range, tokens, inside, isInLoop: false };
}

/** Which tokens stand between BEGIN and its END. */
function blockOf(tokens: readonly Token[], dialect: SqlDialect): Range | undefined {
  const begin = tokens.findIndex((token) => isWord(token, 'begin'));
  if (begin < 0 || !beginsBody(tokens.slice(0, begin + 1), tokens[begin + 1], dialect)) return undefined;
  const start = begin + (isWord(tokens[begin + 1], 'atomic') ? 2 : 1);
  const depth = new BlockDepth();
  for (let index = begin; index < tokens.length; index++) {
    const token = tokens[index];
    if (token !== undefined) depth.read(token);
    if (depth.depth === 0 && !endsNoBlock(tokens[index + 1])) return { start, end: index };
  }
  return { start, end: tokens.length };
}

/** The SQL in a quoted body: of DO, and of CREATE FUNCTION or PROCEDURE in the languages sql and plpgsql. */
function quotedBodyOf(tokens: readonly Token[]): { range: Range; isProcedural: boolean } | undefined {
  const isDo = isWord(tokens[0], 'do');
  if (!isDo && routineKeyword(tokens) < 0) return undefined;
  const language = tokens.findLast((_, index) => isWord(tokens[index - 1], 'language'));
  const languageName = language?.text.replaceAll("'", '').toLowerCase() ?? (isDo ? 'plpgsql' : 'sql');
  if (!languagesOfSql.includes(languageName)) return undefined;
  const body = tokens.find((token, index) => token.kind === 'string' && (isDo || isWord(tokens[index - 1], 'as')));
  const range = body && contentOf(body);
  return range && { range, isProcedural: languageName === 'plpgsql' };
}

/** What stands between the quotes; undefined where it is written with escapes, and stands at no place as it is. */
function contentOf(body: Token): Range | undefined {
  const quote = body.text.startsWith('$') ? body.text.indexOf('$', 1) + 1 : 1;
  const range = { start: body.start + quote, end: body.closed ? body.end - quote : body.end };
  if (body.text.startsWith('$')) return range;
  return body.text.startsWith("'") && !body.text.includes("''", 1) ? range : undefined;
}

function tokensIn(text: string, dialect: SqlDialect, range: Range): Token[] {
  const scanner = new Scanner(text, dialect, range);
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (token.kind !== 'comment') tokens.push(token);
  }
  return tokens;
}

const startsPart = ['begin', 'then', 'else', 'loop', 'declare'];

/**
 * Cuts a body into its statements: at semicolons, and in a procedural language also behind BEGIN, THEN, ELSE and LOOP, so
 * that what is looped stands apart from what it loops over.
 */
function cut(tokens: readonly Token[], isProcedural: boolean): Statement[] {
  const parts: Statement[] = [];
  let part: Token[] = [];
  let cases = 0;
  let loops = 0;
  const end = () => {
    const [first] = part;
    const last = part.at(-1);
    if (first !== undefined && last !== undefined) {
      const range = { start: first.start, end: last.end };
      parts.push({ range, tokens: part, inside: [], isInLoop: loops > 0 });
    }
    part = [];
    cases = 0;
  };
  for (const [index, token] of tokens.entries()) {
    if (isSymbol(token, ';')) {
      if (isWord(part[0], 'end') && isWord(part[1], 'loop', 'while', 'repeat')) loops = Math.max(0, loops - 1);
      end();
      continue;
    }
    part.push(token);
    if (isWord(token, 'case') && part.length > 1 && !isWord(tokens[index - 1], 'end')) cases++;
    else if (isWord(token, 'end') && cases > 0) cases--;
    else if (isProcedural && cases === 0 && !isWord(part[0], 'end')) {
      const beginsLoop =
        isWord(token, 'loop') ||
        (isWord(token, 'do') && isWord(part[0], 'while')) ||
        (isWord(token, 'repeat') && part.length === 1);
      if (beginsLoop || isWord(token, ...startsPart)) end();
      if (beginsLoop) loops++;
    }
  }
  end();
  return parts;
}
