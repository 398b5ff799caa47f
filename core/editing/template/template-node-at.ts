import type { Path } from '../../design/path.ts';
import type { Expression, MapEntry } from '../../design/readers/template/expression.ts';
import { contains, type Range } from '../../text/range.ts';
import type { CallAround } from './template-cursor.ts';

/** What stands at a place of a template. */
export interface TemplateNode {
  readonly role: 'key' | 'value';
  /** In the template, without functions: what stands in a branch of `Fn::If` stands where the function does. */
  readonly path: Path;
  /** The innermost function in whose arguments it stands. */
  readonly call: CallAround | undefined;
  /** What stands at the path as a whole. */
  readonly whole: Expression;
  /** The key, or the value without quotes. */
  readonly text: string;
  readonly range: Range;
}

interface Holder {
  readonly path: Path;
  readonly call: CallAround | undefined;
  readonly whole: Expression;
}

/** The key or the scalar at `offset` of a template; undefined on anything else. */
export function templateNodeAt(root: Expression, offset: number): TemplateNode | undefined {
  return find(root, offset, { path: [], call: undefined, whole: root });
}

function find(expression: Expression, offset: number, holder: Holder): TemplateNode | undefined {
  switch (expression.kind) {
    case 'scalar': {
      const { range, text } = expression;
      return contains(range, offset) ? { ...holder, role: 'value', text, range } : undefined;
    }
    case 'list':
      return firstOf(expression.items, (item, index) => find(item, offset, below(holder, index, item)));
    case 'map':
      return firstOf([...expression.entries], ([key, entry]) => findInEntry(key, entry, offset, holder));
    case 'call':
      return findInCall(expression, offset, holder);
    default:
      return undefined;
  }
}

function below(holder: Holder, step: string | number, whole: Expression): Holder {
  // What is given to a function stands where the function does.
  return holder.call === undefined ? { path: [...holder.path, step], call: undefined, whole } : holder;
}

function findInEntry(key: string, entry: MapEntry, offset: number, holder: Holder): TemplateNode | undefined {
  const inside = below(holder, key, entry.value);
  if (contains(entry.key, offset)) return { ...inside, role: 'key', text: key, range: entry.key };
  return contains(entry.whole, offset) ? find(entry.value, offset, inside) : undefined;
}

function findInCall(
  { name, argument }: Extract<Expression, { kind: 'call' }>,
  offset: number,
  { path, whole }: Holder,
): TemplateNode | undefined {
  const items = argument.kind === 'list' ? argument.items : [argument];
  const words = items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  return firstOf(items, (item, position) => {
    const isBranch = name === 'Fn::If' && position > 0;
    return find(item, offset, { path, whole, call: isBranch ? undefined : { name, position, words } });
  });
}

function firstOf<T, R>(items: readonly T[], ask: (item: T, index: number) => R | undefined): R | undefined {
  for (const [index, item] of items.entries()) {
    const found = ask(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
