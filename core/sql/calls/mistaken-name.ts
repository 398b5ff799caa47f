import { distance } from 'fastest-levenshtein';
import {
  type MlAlias,
  type MlFunction,
  mlAliases,
  mlFunctionByName,
  mlFunctions,
  type SqlDialect,
} from '../../facts/ml.ts';
import { nearestName } from '../../text/nearest-name.ts';

/** What is to be written in place of a mistaken name. */
export type Suggestion =
  /** A function, and the field of its result where the mistaken name asks for one. */
  | { readonly kind: 'function'; readonly function: MlFunction; readonly field?: string }
  /** A function of one's own, made with CREATE FUNCTION … ALIAS. */
  | { readonly kind: 'alias'; readonly alias: MlAlias };

/** What a person means by a name, and how each dialect writes it. */
type Meaning = { readonly name: string } & Readonly<Record<SqlDialect, Suggestion | undefined>>;

const meanings: readonly Meaning[] = [
  ...mlFunctions('mysql').map((entry): Meaning => {
    const { name, counterpart } = entry;
    const postgresql = counterpart && mlFunctionByName('postgresql', counterpart.name);
    return {
      name,
      postgresql: postgresql && { kind: 'function', function: postgresql, field: counterpart.field },
      mysql: { kind: 'function', function: entry },
    };
  }),
  ...mlFunctions('postgresql').map((entry): Meaning => {
    const mysql = mlFunctionByName('mysql', flat(entry.name));
    const alias = mlAliases.find(({ service }) => service === entry.service);
    return {
      name: entry.name,
      postgresql: { kind: 'function', function: entry },
      mysql: mysql ? { kind: 'function', function: mysql } : alias && { kind: 'alias', alias },
    };
  }),
  ...mlAliases.map((alias): Meaning => {
    const postgresql = mlFunctions('postgresql').find((entry) => entry.service === alias.service);
    return {
      name: alias.keyword.toLowerCase(),
      postgresql: postgresql && { kind: 'function', function: postgresql },
      mysql: { kind: 'alias', alias },
    };
  }),
];

/** The schemas of the extension aws_ml, and the extension's own name, which people write in place of them. */
const schemas = new Set(['aws_ml', ...mlFunctions('postgresql').map((entry) => entry.name.split('.')[0])]);
const nearDistance = 3;

/**
 * Whether a name that the dialect does not have was meant as one of Aurora's ML functions: it stands in one of their
 * schemas, is the name of the other dialect, or differs from one by at most three letters.
 */
export function isMistakenName(name: string): boolean {
  const [schema, ...rest] = name.split('.');
  if (rest.length === 1 && schemas.has(schema)) return true;
  if (!name.startsWith('aws_') || name.length > 64) return false;
  return meanings.some((meaning) => distance(name, meaning.name) <= nearDistance);
}

/** What was most likely meant by a mistaken name; undefined when nothing is near. */
export function suggestFunction(name: string, dialect: SqlDialect): Suggestion | undefined {
  const names = meanings.map((meaning) => meaning.name);
  const meant =
    names.find((known) => known === name) ??
    names.find((known) => flat(known) === flat(name)) ??
    names.find((known) => name.includes('.') && lastPart(known) === lastPart(name)) ??
    nearestName(name, names);
  return meanings.find((meaning) => meaning.name === meant)?.[dialect];
}

function flat(name: string): string {
  return name.replaceAll('.', '_');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
