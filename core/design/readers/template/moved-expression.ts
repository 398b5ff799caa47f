import { lazily } from '../../../lazily.ts';
import type { Range } from '../../../text/range.ts';
import type { Expression, MapEntry } from './expression.ts';

/** A copy of an expression for a place further on in the text; what is in it is copied when somebody looks at it. */
export function movedExpression(expression: Expression, by: number): Expression {
  if (by === 0) return expression;
  const range = movedRange(expression.range, by);
  switch (expression.kind) {
    case 'list': {
      const items = lazily(() => expression.items.map((item) => movedExpression(item, by)));
      return {
        kind: 'list',
        get items() {
          return items();
        },
        range,
      };
    }
    case 'map': {
      const { entries, isOpen } = expression;
      const moved = lazily(() => new Map([...entries].map(([key, entry]) => [key, movedEntry(entry, by)] as const)));
      return {
        kind: 'map',
        get entries() {
          return moved();
        },
        isOpen,
        range,
      };
    }
    case 'call':
      return { ...expression, argument: movedExpression(expression.argument, by), range };
    case 'scalar':
    case 'nothing':
    case 'unreadable':
      return { ...expression, range };
  }
}

function movedEntry({ key, whole, value }: MapEntry, by: number): MapEntry {
  return { key: movedRange(key, by), whole: movedRange(whole, by), value: movedExpression(value, by) };
}

function movedRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
