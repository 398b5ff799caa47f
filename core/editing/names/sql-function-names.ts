import type { SqlAnalysis } from '../../sql/analyze.ts';
import { calledNames } from '../../sql/calls/called-names.ts';
import { calledAt } from '../../sql/calls/extract-calls.ts';
import type { Declarations } from '../../sql/declarations/declarations.ts';
import { shiftRange } from '../../sql/shift-finding.ts';
import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import { nameAt } from '../../sql/text/brackets.ts';
import { withInside } from '../../sql/text/statement.ts';
import { isSymbol, isWord, type Token } from '../../sql/text/token.ts';
import type { Range } from '../../text/range.ts';
import type { Mention } from './name.ts';
import type { CollectedName, NameTable } from './name-table.ts';

/**
 * The functions and procedures that statements create, and where they are called, granted, altered and dropped. A function
 * that is created anew keeps its name; two of one name with other parameters share it.
 */
export function collectFunctionNames({ statements, declarations }: SqlAnalysis, table: NameTable<Mention>): void {
  const names = new FunctionNames(table, declarations);
  for (const statement of statements) names.declare(statement);
  for (const statement of statements) names.refer(statement);
}

class FunctionNames {
  readonly #table: NameTable<Mention>;
  readonly #declarations: Declarations;
  readonly #known = new Map<string, CollectedName<Mention>>();

  constructor(table: NameTable<Mention>, declarations: Declarations) {
    this.#table = table;
    this.#declarations = declarations;
  }

  declare(statement: StatementAnalysis): void {
    for (const one of statement.declared) {
      if (one.kind !== 'aliasFunction' && one.kind !== 'routine') continue;
      const written = one.kind === 'routine' ? one.name : one.signature.name;
      const last = statement.statement.tokens.findLast(({ end }) => end === one.nameRange.end);
      if (last === undefined) continue;
      const mention = mentionOf(last, statement, 'declaration', statement.statement.range);
      const known = this.#known.get(written);
      if (known === undefined)
        this.#known.set(written, this.#table.declare('sqlFunction', lastPart(written), [schemaOf(written)], mention));
      else known.mentions.push(mention);
      this.#noteQuotes(written, last);
    }
  }

  refer(statement: StatementAnalysis): void {
    for (const { name, range, last } of calledNames(statement.statement)) this.#mention(name, last, statement, range);
    for (const part of withInside(statement.statement)) {
      for (const [index, token] of part.tokens.entries()) {
        const named = isWord(token, 'function', 'procedure', 'routine', 'call')
          ? namedBehind(part.tokens, index)
          : undefined;
        if (named !== undefined) this.#mention(named.name, named.last, statement, named.range);
      }
    }
  }

  #mention(name: string, last: Token, statement: StatementAnalysis, whole: Range): void {
    const meant = this.#meaning(name);
    if (meant === undefined) return;
    const mention = mentionOf(last, statement, 'reference', whole);
    const known = this.#known.get(meant);
    const isDeclaration = known?.mentions.some(({ range }) => range.start === mention.range.start) === true;
    if (isDeclaration) return;
    if (known === undefined) this.#table.mention('sqlFunction', lastPart(meant), schemaOf(meant), mention);
    else known.mentions.push(mention);
    this.#noteQuotes(meant, last);
  }

  /** The name under which what is called was created: of a function made with ALIAS the schema is not looked at. */
  #meaning(written: string): string | undefined {
    const alias = this.#declarations.aliasFunction(written.toLowerCase());
    return alias?.signature.name ?? this.#declarations.routine(written)?.name;
  }

  /** Where case counts in one place and not in the other, no new name means the same in both. */
  #noteQuotes(name: string, { kind }: Token): void {
    const known = this.#known.get(name);
    if (kind !== 'quotedName' || known === undefined) return;
    known.obstacle = `${lastPart(name)} is written in quotes, in which case counts. Take the quotes off first.`;
  }
}

/** The name behind FUNCTION, PROCEDURE or CALL, but not where a call is read there anyway. */
function namedBehind(tokens: readonly Token[], index: number) {
  const start = isWord(tokens[index + 1], 'if') ? index + 3 : index + 1;
  const name = nameAt(tokens, start);
  const last = name && tokens[name.end - 1];
  if (name === undefined || last === undefined) return undefined;
  const isCall = isSymbol(tokens[name.end], '(') && calledAt(tokens, name.end) !== undefined;
  return isCall ? undefined : { name: name.name, range: name.range, last };
}

function mentionOf(
  { kind, start, end }: Token,
  { offset }: StatementAnalysis,
  role: Mention['role'],
  whole: Range,
): Mention {
  const range = kind === 'quotedName' ? { start: start + 1, end: end - 1 } : { start, end };
  return { range: shiftRange(range, offset), role, writing: 'part', whole: shiftRange(whole, offset) };
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function schemaOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
