/** What a cast in SQL makes of a text: the value, without blanks around it, or why there is none. */
export type CastResult = { readonly value: string } | { readonly error: string };

const integerTypes = /^(?:small|big|tiny|medium)?int(?:eger|[248])?$/;
const floatTypes = /^(?:double(?: precision)?|float[48]?|real)$/;
const decimalTypes = /^(?:numeric|dec(?:imal)?|fixed)$/;
const booleanTypes = /^bool(?:ean)?$/;

/** The kind of values of a SQL type of either dialect; types that are neither numeric nor boolean count as text. */
export type TypeFamily = 'integer' | 'float' | 'decimal' | 'boolean' | 'text';

/** The family of a type as written: `double precision`, `numeric(8, 2)`, `INT UNSIGNED`. */
export function typeFamilyOf(sqlType: string): TypeFamily {
  const name = sqlType
    .toLowerCase()
    .replace(/\([^)]*\)/, ' ')
    .replace(/\b(?:un)?signed\b|\bzerofill\b/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  if (integerTypes.test(name)) return 'integer';
  if (floatTypes.test(name)) return 'float';
  if (decimalTypes.test(name)) return 'decimal';
  return booleanTypes.test(name) ? 'boolean' : 'text';
}

const accepted: Readonly<Record<Exclude<TypeFamily, 'text'>, RegExp>> = {
  integer: /^[+-]?\d+$/,
  float: /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i,
  decimal: /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|nan)$/i,
  boolean: /^(?:t(?:rue)?|f(?:alse)?|y(?:es)?|no?|on|off|1|0)$/i,
};

/**
 * Casts what a model answered to the type that SQL declares for it, as `model_output::type` does (PostgreSQL,
 * "Numeric Types" and "Boolean Type": blanks around a value are allowed). Precision and range are not judged.
 */
export function castTo(sqlType: string, text: string): CastResult {
  const family = typeFamilyOf(sqlType);
  if (family === 'text') return { value: text };
  const trimmed = text.trim();
  if (accepted[family].test(trimmed)) return { value: trimmed };
  return {
    error: `"${text}" is not of type ${sqlType}: the query fails on this row. Declare the type the model gives.`,
  };
}
