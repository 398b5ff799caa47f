/** What values of an SQL type are, as far as models tell them apart. */
export type TypeKind = 'decimal' | 'integer' | 'boolean' | 'text';

const kinds: Readonly<Record<TypeKind, readonly string[]>> = {
  decimal: ['double precision', 'double', 'real', 'float', 'float4', 'float8', 'numeric', 'decimal', 'dec'],
  integer: ['integer', 'int', 'int2', 'int4', 'int8', 'smallint', 'bigint', 'mediumint', 'tinyint'],
  boolean: ['boolean', 'bool'],
  text: ['text', 'varchar', 'character varying', 'char', 'character', 'bpchar', 'mediumtext', 'longtext', 'tinytext'],
};

const kindByName = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name, kind as TypeKind] as const)),
);

/** What may stand behind the name of a type and does not change its kind: its length, its sign, its characters. */
const behindName = /\s*(?:\(|\b(?:unsigned|zerofill|charset|character set|collate)\b).*$/s;

/** The kind of an SQL type of either dialect; undefined for arrays and all types that are of no such kind. */
export function kindOfType(type: string): TypeKind | undefined {
  const written = type.toLowerCase().replace(/^pg_catalog\./, '');
  return written.endsWith(']') ? undefined : kindByName.get(written.replace(behindName, '').trim());
}
