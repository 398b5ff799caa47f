import type { SqlDialect } from '../../facts/ml.ts';
import type { Finding } from '../../rules/finding.ts';
import { isWorthASecondOpinion, secondOpinionFinding } from '../rules/mym900-second-opinion.ts';
import { lexicalFinding } from '../rules/mym901-lexical-error.ts';
import { parserFinding } from '../rules/pgm900-parser-error.ts';
import type { StatementAnalysis } from '../statement-analysis.ts';
import type { Statement } from '../text/statement.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';
import { lexicalErrorIn } from './lexical-error.ts';
import type { ParserError } from './parser-error.ts';
import { replaceVariables } from './replace-variables.ts';
import { tokensInOrder } from './tokens-in-order.ts';

/** A statement to ask the parser of its dialect about. */
export interface Question {
  /** What the parser is given: as long as the statement, so that its places are those of the statement. */
  readonly text: string;
  /** The finding that follows from an error; undefined when the error rests on something that only a client knows. */
  readonly findingOf: (error: ParserError) => Finding | undefined;
}

/** What there is to say and to ask of the syntax of one statement; places count from its beginning. */
export interface StatementSyntax {
  readonly finding?: Finding | undefined;
  readonly questions: readonly Question[];
  /** Whether it has a dollar quote that nothing closes: what should stand in it is taken for statements. */
  readonly opensBody?: boolean;
  /** Whether data follow: it is COPY … FROM STDIN. */
  readonly takesData?: boolean;
}

/**
 * Looks at one statement, whatever stands around it. PostgreSQL's parser is asked about it and about those in its body
 * that are SQL, unless psql or a template language makes the statement; that of MySQL where there is no lexical error.
 */
export function syntaxOf(analysis: StatementAnalysis, dialect: SqlDialect): StatementSyntax {
  const { text, statement } = analysis;
  if (dialect === 'postgresql') {
    const isMade = isTemplate(statement) || hasCommand(text, statement);
    return {
      questions: isMade ? [] : [questionOn(text, statement), ...questionsOnBody(text, statement)],
      opensBody: statement.tokens.some(isOpenDollarQuote),
      takesData: isCopyFromClient(statement),
    };
  }
  const error = lexicalErrorIn(text, statement);
  if (error !== undefined) return { finding: lexicalFinding(error), questions: [] };
  const findingOf = ({ offset }: ParserError) => secondOpinionFinding(statement, offset);
  return { questions: isWorthASecondOpinion(analysis) ? [{ text, findingOf }] : [] };
}

function questionOn(text: string, statement: Statement): Question {
  const { text: plain, variables } = replaceVariables(text, statement);
  const findingOf = (error: ParserError) => {
    const isAtVariable = variables.some(({ start, end }) => start <= error.offset && error.offset < end);
    return isAtVariable ? undefined : parserFinding(text, statement, error);
  };
  return { text: plain, findingOf };
}

const noVariableHere = 'psql puts nothing into a quoted body. Pass the value to the function as an argument.';

/** The statements in a quoted body in SQL; psql puts nothing there. Those of BEGIN ATOMIC the parser sees anyway. */
function questionsOnBody(text: string, statement: Statement): readonly Question[] {
  if (!hasQuotedSql(statement)) return [];
  return statement.inside.map((part) => {
    const written = text.slice(part.range.start, part.range.end);
    const findingOf = (error: ParserError) => {
      const finding = parserFinding(text, part, error);
      return written[error.offset] === ':' ? { ...finding, message: noVariableHere } : finding;
    };
    return { text: written, findingOf };
  });
}

function hasQuotedSql({ tokens, inside }: Statement): boolean {
  const follows = (index: number, word: string) => isWord(tokens[index - 1], word);
  return (
    inside.length > 0 &&
    tokens.some((token, index) => token.kind === 'string' && follows(index, 'as')) &&
    tokens.some(({ text }, index) => follows(index, 'language') && /^'?sql'?$/i.test(text))
  );
}

/** Whether the statement has something in braces, as template languages and formatted strings do; SQL has no braces. */
function isTemplate({ tokens }: Statement): boolean {
  const opening = tokens.findIndex((token, index) => isSymbol(token, '{') && !isSymbol(tokens[index - 1], ':'));
  return opening >= 0 && tokens.some((token, index) => index > opening && isSymbol(token, '}'));
}

const comments = /--[^\n]*|\/\*.*?\*\//gs;

/** Whether a command of psql stands inside the statement, such as `\if`. */
function hasCommand(text: string, statement: Statement): boolean {
  if (!text.includes('\\')) return false;
  const tokens = tokensInOrder(statement);
  return tokens.some((token, index) => {
    const gap = text.slice(tokens[index - 1]?.end ?? 0, token.start);
    return gap.includes('\\') && gap.replace(comments, '').includes('\\');
  });
}

function isOpenDollarQuote({ kind, text }: Token): boolean {
  return kind === 'symbol' && /^\$[^$]*\$$/.test(text);
}

function isCopyFromClient({ tokens }: Statement): boolean {
  if (!isWord(tokens[0], 'copy')) return false;
  return tokens.some((token, index) => isWord(token, 'stdin') && isWord(tokens[index - 1], 'from'));
}
