import { type MlAlias, type MlAliasClause, mlAliases } from '../../facts/ml.ts';
import { nearestName } from '../../text/nearest-name.ts';
import type { AliasClause } from '../statements/create-alias.ts';

/** The alias to which a known clause belongs. */
export function aliasOfClause(clause: MlAliasClause): MlAlias | undefined {
  return mlAliases.find(({ clauses }) => clauses.includes(clause));
}

/** The clause of an alias that is most likely meant by words that no alias has; undefined for those that one has. */
export function clauseMeantBy({ name, known }: AliasClause, { clauses }: MlAlias): MlAliasClause | undefined {
  if (known !== undefined) return undefined;
  const written = flat(name);
  const nearest = nearestName(
    written,
    clauses.map((clause) => flat(clause.name)),
  );
  return (
    clauses.find((clause) => flat(clause.name) === (nearest ?? written)) ??
    clauses.find((clause) => sharesWord(clause.name, name))
  );
}

/** `ENDPOINT_NAME` is written as one word where there are two, and the other way round. */
function flat(name: string): string {
  return name.replaceAll(/[ _-]/g, '_');
}

const shortestWord = 5;

/** `BATCH_SIZE` and `MAX_BATCH_SIZE`, `ACCEPT_TYPE` and `ACCEPT`. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(flat(b).split('_'));
  return flat(a)
    .split('_')
    .some((word) => word.length >= shortestWord && words.has(word));
}
