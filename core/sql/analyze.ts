import type { Design } from '../design/design.ts';
import { type MlService, mlFunctionByName, type SqlDialect } from '../facts/ml.ts';
import type { Finding } from '../rules/finding.ts';
import { tooLong } from '../rules/not-checked.ts';
import { type AliasFunction, aliasFunctionOf } from './alias-function.ts';
import { extractCalls, type ResolveFunction } from './extract-calls.ts';
import { isMistakenName } from './mistaken-name.ts';
import type { MlCall } from './ml-call.ts';
import { createdRoutineOf, routineBodyOf } from './routine.ts';
import { sqlRules } from './rules/sql-rules.ts';
import { runSqlRules } from './run-sql-rules.ts';
import { splitStatements } from './split-statements.ts';
import type { AnalyzedStatement, SqlRule } from './sql-rule.ts';

/** Longest text that is checked, in UTF-16 units: about 50,000 lines. */
export const longestSqlText = 2 * 1024 * 1024;

export interface SqlContext {
  readonly dialect: SqlDialect;
  /** The design that governs the file. */
  readonly design?: Design | undefined;
}

/** What Aurora machine learning has to do in one SQL text. */
export interface SqlAnalysis {
  readonly statements: readonly AnalyzedStatement[];
  /** The calls of all statements, in order. */
  readonly calls: readonly MlCall[];
  /** In order of the text. */
  readonly findings: readonly Finding[];
}

/**
 * Splits SQL text into statements, finds the ML calls in it and checks them. Takes any text and does not throw.
 * What is said of a statement depends on it, on the statements before it and on the design, not on what follows.
 */
export function analyzeSql(text: string, context: SqlContext, rules: readonly SqlRule[] = sqlRules): SqlAnalysis {
  if (text.length > longestSqlText) {
    return { statements: [], calls: [], findings: [tooLong(text.length, longestSqlText)] };
  }
  const { dialect, design } = context;
  const names = new DefinedNames(dialect);
  const statements: AnalyzedStatement[] = [];
  const run = runSqlRules(rules.filter((rule) => rule.dialects.includes(dialect)));
  for (const statement of splitStatements(text, dialect)) {
    const alias = dialect === 'mysql' ? aliasFunctionOf(statement) : undefined;
    names.add(createdRoutineOf(statement), alias);
    const body = routineBodyOf(statement);
    const inside = body === undefined ? [] : splitStatements(text, dialect, body);
    const calls = [statement, ...inside].flatMap((part) => extractCalls(part.tokens, dialect, names.resolve));
    const analyzed = { ...statement, calls, alias };
    statements.push(analyzed);
    run.check({ text, dialect, statement: analyzed, ownFunctions: names.byService, design });
  }
  const findings = [...run.findings].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { statements, calls: statements.flatMap((statement) => statement.calls), findings };
}

/** The functions that the statements read so far define, and with them what a function name means. */
class DefinedNames {
  readonly byService = new Map<MlService, string>();
  readonly #aliases = new Map<string, AliasFunction>();
  readonly #routines = new Set<string>();
  readonly #dialect: SqlDialect;

  constructor(dialect: SqlDialect) {
    this.#dialect = dialect;
  }

  add(routine: string | undefined, alias: AliasFunction | undefined): void {
    if (alias !== undefined) {
      this.#aliases.set(alias.signature.name, alias);
      this.byService.set(alias.signature.service, alias.signature.name);
    } else if (routine !== undefined) {
      this.#routines.add(routine);
    }
  }

  readonly resolve: ResolveFunction = (written) => {
    const name = this.#dialect === 'mysql' ? written.toLowerCase() : written;
    const known = mlFunctionByName(this.#dialect, name);
    if (known !== undefined) return { signature: known };
    const alias = this.#aliases.get(name.slice(name.lastIndexOf('.') + 1));
    if (alias !== undefined) return { signature: alias.signature };
    return isMistakenName(name) && !this.#routines.has(name) ? { signature: undefined } : undefined;
  };
}
