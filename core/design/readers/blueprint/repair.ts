import type { ScalarShape } from '../../format/shape.ts';

const booleanWords: ReadonlyMap<string, string> = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['y', 'true'],
  ['no', 'false'],
  ['off', 'false'],
  ['n', 'false'],
]);

/** What a value of another type was probably meant to be. */
export interface Repair {
  readonly yaml: string;
  /** Whether the unit is a guess. */
  readonly isGuess: boolean;
}

/**
 * The value that is meant: `"5432"` is 5432 where a number is wanted, `yes` is true, 60 is 60s. Undefined when nothing
 * near is of the type.
 */
export function repairOf(shape: ScalarShape<unknown>, written: string): Repair | undefined {
  const text = written.trim();
  const lower = text.toLowerCase();
  const asNumber = /^[-+]?[\d.]+$/.test(text) ? Number(text) : undefined;
  const candidates: readonly (readonly [yaml: string, value: unknown, text: string, isGuess?: true])[] = [
    [text, asNumber, text],
    [lower, lower === 'true' || (lower === 'false' ? false : undefined), lower],
    [booleanWords.get(lower) ?? '', booleanWords.has(lower) ? booleanWords.get(lower) === 'true' : undefined, lower],
    [JSON.stringify(text), text, text],
    [`${text}s`, `${text}s`, `${text}s`, true],
    [`${text} GiB`, `${text} GiB`, `${text} GiB`, true],
  ];
  const fitting = candidates.find(([, value, scalar]) => shape.parse({ value, text: scalar }) !== undefined);
  return fitting && { yaml: fitting[0], isGuess: fitting[3] === true };
}
