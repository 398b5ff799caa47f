import type { MlSignature } from '../../facts/ml.ts';
import { mlFunctionByName, type SqlDialect } from '../../facts/ml.ts';
import type { Declarations } from '../declarations/declarations.ts';
import { isMistakenName } from './mistaken-name.ts';

/** What a function name means: undefined when it is no ML function, not even a mistaken one. */
export function functionNamed(
  written: string,
  dialect: SqlDialect,
  declarations: Declarations,
): { readonly signature: MlSignature | undefined } | undefined {
  const name = dialect === 'mysql' ? written.toLowerCase() : written;
  const known = mlFunctionByName(dialect, name);
  if (known !== undefined) return { signature: known };
  const alias = declarations.aliasFunction(name);
  if (alias !== undefined) return { signature: alias.signature };
  return isMistakenName(name) && declarations.routine(name) === undefined ? { signature: undefined } : undefined;
}
