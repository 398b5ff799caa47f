import type { MlService, SqlDialect } from '../../facts/ml.ts';
import type { Statement } from '../text/statement.ts';
import { type AliasFunction, aliasFunctionOf } from './alias-function.ts';
import { type Routine, routineOf } from './routine.ts';

/** What a statement makes that other statements may rest on. */
export type Declaration = AliasFunction | Routine;

/** What one statement declares. */
export function declarationsOf(statement: Statement, dialect: SqlDialect): readonly Declaration[] {
  const alias = dialect === 'mysql' ? aliasFunctionOf(statement) : undefined;
  const declaration = alias ?? routineOf(statement);
  return declaration === undefined ? [] : [declaration];
}

/** What a file and those that belong together with it declare, in whatever order. */
export class Declarations {
  readonly all: readonly Declaration[];
  readonly #aliases = new Map<string, AliasFunction>();
  readonly #routines = new Map<string, Routine>();
  /** For each service the last function that ALIAS makes for it. */
  readonly aliasOfService = new Map<MlService, AliasFunction>();

  constructor(all: readonly Declaration[]) {
    this.all = all;
    for (const declaration of all) {
      if (declaration.kind === 'aliasFunction') {
        this.#aliases.set(declaration.signature.name, declaration);
        this.aliasOfService.set(declaration.signature.service, declaration);
      } else {
        this.#routines.set(declaration.name, declaration);
      }
    }
  }

  /** The function made with ALIAS of this name, in lower case; its schema is not looked at. */
  aliasFunction(name: string): AliasFunction | undefined {
    return this.#aliases.get(name.slice(name.lastIndexOf('.') + 1));
  }

  /** The function or procedure of exactly this name, with its schema where it was created with one. */
  routine(name: string): Routine | undefined {
    return this.#routines.get(name);
  }
}
