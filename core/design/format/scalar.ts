import { momentOfWeek as formatMomentOfWeek, parseMomentOfWeek } from '../window.ts';
import { parseDuration, writeDuration } from './duration.ts';
import type { Documentation, ScalarShape, SourceScalar, Vocabulary } from './shape.ts';
import { parseSize, writeSize } from './size.ts';

/** Free text. A plain number counts as its characters, a boolean does not. */
export function text(documentation: Documentation, vocabulary?: Vocabulary): ScalarShape<string> {
  const shape = {
    kind: 'scalar',
    documentation,
    expected: 'text',
    schemaType: 'string',
    parse: ({ value, text }: SourceScalar) =>
      typeof value === 'string' || typeof value === 'number' ? text : undefined,
  } as const;
  return vocabulary === undefined ? shape : { ...shape, vocabulary };
}

/** One of a closed list of words. A word outside the list is text nobody knows: a wrong value, not a wrong type. */
export function choice<const C extends string>(
  choices: readonly C[],
  documentation: Documentation,
  vocabulary?: Vocabulary,
): ScalarShape<C> {
  const words: ReadonlySet<string> = new Set(choices);
  const isChoice = (word: unknown): word is C => typeof word === 'string' && words.has(word);
  return {
    kind: 'scalar',
    documentation,
    expected: choices.length === 1 ? `${choices[0]}` : `one of ${choices.join(', ')}`,
    choices,
    schemaType: 'string',
    parse: ({ value }) => (isChoice(value) ? value : undefined),
    ...(vocabulary === undefined ? {} : { vocabulary }),
  };
}

/** The one number that can stand here. */
export function constant<const N extends number>(only: N, documentation: Documentation): ScalarShape<N> {
  return {
    kind: 'scalar',
    documentation,
    expected: `${only}`,
    choices: [`${only}`],
    schemaType: 'integer',
    parse: ({ value }) => (value === only ? only : undefined),
  };
}

/** A number, whole or not. */
export function number(documentation: Documentation): ScalarShape<number> {
  return {
    kind: 'scalar',
    documentation,
    expected: 'a number',
    schemaType: 'number',
    parse: ({ value }) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  };
}

/** A whole number. */
export function integer(documentation: Documentation, vocabulary?: Vocabulary): ScalarShape<number> {
  return {
    kind: 'scalar',
    documentation,
    expected: 'a whole number',
    schemaType: 'integer',
    parse: ({ value }) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined),
    ...(vocabulary === undefined ? {} : { vocabulary }),
  };
}

/** `true` or `false`. */
export function boolean(documentation: Documentation): ScalarShape<boolean> {
  return {
    kind: 'scalar',
    documentation,
    expected: 'true or false',
    choices: ['true', 'false'],
    schemaType: 'boolean',
    parse: ({ value }) => (typeof value === 'boolean' ? value : undefined),
  };
}

/** A duration such as `90s` or `1h30m`; the value is in milliseconds. */
export function duration(documentation: Documentation): ScalarShape<number> {
  return {
    kind: 'scalar',
    documentation,
    expected: 'a duration such as 90s, 10m or 1h30m',
    schemaType: 'string',
    parse: ({ text }) => parseDuration(text),
    write: writeDuration,
  };
}

/** A moment of the week such as `sun:04:50`, in UTC; the value is in minutes from Monday 00:00. */
export function momentOfWeek(documentation: Documentation): ScalarShape<number> {
  return {
    kind: 'scalar',
    documentation,
    expected: 'a day and a time in UTC such as sun:04:50',
    schemaType: 'string',
    parse: ({ text }) => parseMomentOfWeek(text),
    write: formatMomentOfWeek,
  };
}

/** A storage size such as `4 TiB`; the value is in bytes. */
export function size(documentation: Documentation): ScalarShape<number> {
  return {
    kind: 'scalar',
    documentation,
    expected: 'a size such as 100 GiB or 4 TiB',
    schemaType: 'string',
    parse: ({ text }) => parseSize(text),
    write: writeSize,
  };
}
