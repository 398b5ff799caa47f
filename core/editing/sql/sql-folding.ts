import { endsNoBlock } from '../../sql/text/block-depth.ts';
import { isSymbol, isWord, type Token } from '../../sql/text/token.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { Range } from '../../text/range.ts';
import type { Fold } from '../folding.ts';
import { dollarQuoted, scanTokens } from './scan-tokens.ts';
import type { SqlDocument } from './sql-document.ts';

/**
 * What can be folded in SQL: statements, bodies, BEGIN and CASE up to END, brackets over several lines, comments, and what
 * stands between `-- region` and `-- endregion`. In order of their first lines, one for each.
 */
export function foldsOfSql(document: SqlDocument): readonly Fold[] {
  const search = new FoldSearch(document);
  let end = 0;
  for (const { offset, text } of document.sql.statements) {
    search.between({ start: end, end: offset });
    end = offset + text.length;
    search.statement({ start: offset, end });
  }
  search.between({ start: end, end: document.text.length });
  return search.folds();
}

class FoldSearch {
  readonly #document: SqlDocument;
  readonly #lines: LineIndex;
  readonly #found: Fold[] = [];
  readonly #comments: Token[] = [];

  constructor(document: SqlDocument) {
    this.#document = document;
    this.#lines = new LineIndex(document.text);
  }

  statement(range: Range): void {
    this.#add(this.#lineOf(range.start), this.#lineOf(range.end));
    this.#inside(range);
  }

  /** What stands between statements: comments, and what ends statements. */
  between(range: Range): void {
    this.#comments.push(...this.#scan(range).filter(({ kind }) => kind === 'comment'));
  }

  folds(): readonly Fold[] {
    this.#foldComments();
    const inOrder = this.#found.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
    return inOrder.filter(({ startLine }, index) => startLine !== inOrder[index - 1]?.startLine);
  }

  #scan(range: Range): readonly Token[] {
    return scanTokens(this.#document.text, this.#document.dialect, range);
  }

  #inside(range: Range): void {
    const open: Token[] = [];
    const closeTo = (token: Token) => {
      const begin = open.pop();
      if (begin !== undefined) this.#add(this.#lineOf(begin.start), this.#lineOf(token.start) - 1);
    };
    const all = this.#scan(range);
    this.#comments.push(...all.filter(({ kind }) => kind === 'comment'));
    const tokens = all.filter(({ kind }) => kind !== 'comment');
    for (const [index, token] of tokens.entries()) {
      const body = dollarQuoted(token);
      const before = tokens[index - 1];
      if (body !== undefined) {
        this.#add(this.#lineOf(token.start), this.#lineOf(body.end) - 1);
        this.#inside(body);
      } else if (isSymbol(token, '(') || isWord(token, 'begin') || (isWord(token, 'case') && !isWord(before, 'end'))) {
        open.push(token);
      } else if (isSymbol(token, ')')) {
        if (isSymbol(open.at(-1), '(')) closeTo(token);
      } else if (isWord(token, 'end') && !endsNoBlock(tokens[index + 1])) {
        if (isWord(open.at(-1), 'begin', 'case')) closeTo(token);
      }
    }
  }

  /** Comments that follow each other line by line fold together, and so does each of several lines. */
  #foldComments(): void {
    const regions: number[] = [];
    let first: number | undefined;
    let last = -1;
    const end = () => {
      if (first !== undefined) this.#add(first, last, 'comment');
      first = undefined;
    };
    for (const comment of this.#comments.toSorted((a, b) => a.start - b.start)) {
      const line = this.#lineOf(comment.start);
      const region = /^(?:--|#)\s*#?(end)?region\b/i.exec(comment.text);
      const isAlone = /^[ \t]*$/.test(this.#document.text.slice(this.#lines.startOfLine(line), comment.start));
      if (region !== null || !isAlone || line !== last + 1) end();
      if (region !== null) {
        const start = region[1] === undefined ? undefined : regions.pop();
        if (region[1] === undefined) regions.push(line);
        else if (start !== undefined) this.#add(start, line, 'region');
      } else if (isAlone) {
        first ??= line;
        last = this.#lineOf(comment.end);
      }
    }
    end();
  }

  #lineOf(offset: number): number {
    return this.#lines.positionAt(offset).line;
  }

  #add(startLine: number, endLine: number, kind?: Fold['kind']): void {
    if (endLine > startLine) this.#found.push({ startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  }
}
