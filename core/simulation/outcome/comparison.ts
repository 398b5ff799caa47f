import { parseDuration } from '../../design/format/duration.ts';

const operators = {
  '<': (measured: number, limit: number) => measured < limit,
  '<=': (measured: number, limit: number) => measured <= limit,
  '>': (measured: number, limit: number) => measured > limit,
  '>=': (measured: number, limit: number) => measured >= limit,
  '=': (measured: number, limit: number) => measured === limit,
} as const;

/** A comparison with a duration in milliseconds, or with a number. */
export interface Comparison {
  readonly operator: keyof typeof operators;
  readonly limit: number;
}

/** Reads `< 60s`, `<= 5s` or a plain duration, which has to be met exactly; undefined when it is none. 0 needs no unit. */
export function parseComparison(text: string): Comparison | undefined {
  return comparisonWith(text, (amount) => (amount === '0' ? 0 : parseDuration(amount)));
}

/** Reads `> 8`, `<= 2.5` or a plain number; undefined when it is none. */
export function parseNumberComparison(text: string): Comparison | undefined {
  return comparisonWith(text, (amount) => (/^\d+(\.\d+)?$/.test(amount) ? Number(amount) : undefined));
}

function comparisonWith(text: string, limitOf: (amount: string) => number | undefined): Comparison | undefined {
  const match = /^\s*(<=|>=|<|>|=)?\s*(.+?)\s*$/.exec(text);
  const limit = limitOf(match?.[2] ?? '');
  if (limit === undefined) return undefined;
  const operator = (match?.[1] ?? '=') as keyof typeof operators;
  return { operator, limit };
}

/** Whether a measure holds; never (null) holds for no comparison. */
export function holds({ operator, limit }: Comparison, measured: number | null): boolean {
  return measured !== null && operators[operator](measured, limit);
}
