import type { MlService, SqlDialect } from '../../facts/ml.ts';
import type { Statement } from '../text/statement.ts';
import { type AliasFunction, aliasFunctionOf } from './alias-function.ts';
import { type Extension, extensionOf } from './extension.ts';
import { type Grant, grantOf } from './grant.ts';
import { type Routine, routineOf } from './routine.ts';
import { type Column, type TableColumns, tableColumnsOf } from './table.ts';

/** What a statement makes that other statements may rest on. */
export type Declaration = AliasFunction | Routine | TableColumns | Extension | Grant;

/** What one statement declares. */
export function declarationsOf(statement: Statement, dialect: SqlDialect): readonly Declaration[] {
  const alias = dialect === 'mysql' ? aliasFunctionOf(statement) : undefined;
  const extension = dialect === 'postgresql' ? extensionOf(statement) : undefined;
  const declaration = alias ?? routineOf(statement) ?? tableColumnsOf(statement) ?? extension ?? grantOf(statement);
  return declaration === undefined ? [] : [declaration];
}

/** What a file and those that belong together with it declare, in whatever order. */
export class Declarations {
  readonly all: readonly Declaration[];
  readonly extensions: readonly Extension[];
  readonly grants: readonly Grant[];
  readonly #aliases = new Map<string, AliasFunction>();
  readonly #routines = new Map<string, Routine>();
  readonly #tables = new Map<string, TableColumns[]>();
  /** For each service the last function that ALIAS makes for it. */
  readonly aliasOfService = new Map<MlService, AliasFunction>();

  constructor(all: readonly Declaration[]) {
    this.all = all;
    this.extensions = all.filter((one) => one.kind === 'extension');
    this.grants = all.filter((one) => one.kind === 'grant');
    for (const declaration of all) {
      if (declaration.kind === 'aliasFunction') {
        const { name } = declaration.signature;
        this.#aliases.set(name, withSameName(declaration, this.#aliases.get(name)));
        this.aliasOfService.set(declaration.signature.service, declaration);
      } else if (declaration.kind === 'routine') {
        this.#routines.set(declaration.name, declaration);
      } else if (declaration.kind === 'table') {
        const name = lastPart(declaration.name);
        const said = this.#tables.get(name);
        if (said === undefined) this.#tables.set(name, [declaration]);
        else said.push(declaration);
      }
    }
  }

  /** The function made with ALIAS of this name, in lower case; its schema is not looked at. */
  aliasFunction(name: string): AliasFunction | undefined {
    return this.#aliases.get(lastPart(name));
  }

  /** The function or procedure of exactly this name, with its schema where it was created with one. */
  routine(name: string): Routine | undefined {
    return this.#routines.get(name);
  }

  /** Whether some table is created. */
  get createsTables(): boolean {
    return this.all.some((one) => one.kind === 'table' && one.isCreated);
  }

  /**
   * A column of a table; its schema is not looked at. Undefined unless it is certain: the column is declared exactly
   * once, and nothing changes, renames or drops it.
   */
  column(table: string, name: string): Column | undefined {
    const said = this.#tables.get(lastPart(table)) ?? [];
    if (said.filter(({ isCreated }) => isCreated).length > 1) return undefined;
    if (said.some(({ changed }) => changed.includes(name))) return undefined;
    const columns = said.flatMap((one) => one.columns.filter((column) => column.name === name));
    return columns.length === 1 ? columns[0] : undefined;
  }

  /** All columns of a table, in order; undefined unless one statement alone says all of them. */
  columns(table: string): readonly Column[] | undefined {
    const [only, ...others] = this.#tables.get(lastPart(table)) ?? [];
    return only === undefined || others.length > 0 || only.hasOthers ? undefined : only.columns;
  }
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/**
 * One function of two that have the same name: in two databases, or made anew with other arguments. Which of them a call
 * means is not known, so that the arguments which only one has may be left out.
 */
function withSameName(one: AliasFunction, other: AliasFunction | undefined): AliasFunction {
  const given = one.signature.parameters;
  const others = other?.signature.parameters ?? given;
  if (given.length === others.length) return one;
  const [longer, shorter] = given.length > others.length ? [given, others] : [others, given];
  const parameters = longer.map((parameter, index) =>
    index < shorter.length ? parameter : { ...parameter, optional: true },
  );
  return { ...one, signature: { ...one.signature, parameters, maximumArguments: longer.length } };
}
