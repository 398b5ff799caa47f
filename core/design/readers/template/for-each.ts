import type { Expression, MapEntry } from './expression.ts';

/** How many values loops may still write out; loops in loops could otherwise make a small text endless. */
export interface LoopAllowance {
  left: number;
}

/** Whether the key of a mapping makes its value a loop. */
export function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach::');
}

/**
 * The entries of a mapping with its `Fn::ForEach` loops written out, where what they go through is written out; the
 * others stay. Source: CloudFormation template reference, Fn::ForEach.
 */
export function unrollLoops(entries: ReadonlyMap<string, MapEntry>, allowance: LoopAllowance): Map<string, MapEntry> {
  const unrolled = new Map<string, MapEntry>();
  for (const [name, entry] of entries) {
    const copies = isLoop(name) ? copiesOf(entry.value, allowance) : undefined;
    for (const [key, copy] of copies ?? [[name, entry] as const]) unrolled.set(key, copy);
  }
  return unrolled;
}

/** What a loop comes to; undefined when it goes through values that are known only when the stack is deployed. */
function copiesOf(loop: Expression, allowance: LoopAllowance): readonly (readonly [string, MapEntry])[] | undefined {
  const [identifier, collection, body] = loop.kind === 'list' ? loop.items : [];
  if (identifier?.kind !== 'scalar' || collection?.kind !== 'list' || body?.kind !== 'map') return undefined;
  const values = sizeOf(body) * collection.items.length;
  if (body.isOpen || values > allowance.left) return undefined;
  allowance.left -= values;
  const copies: (readonly [string, MapEntry])[] = [];
  for (const item of collection.items) {
    if (item.kind !== 'scalar') return undefined;
    const { text } = item;
    const fill = (written: string) =>
      written
        .replaceAll(`\${${identifier.text}}`, () => text)
        .replaceAll(`&{${identifier.text}}`, () => text.replace(/[^A-Za-z0-9]/g, ''));
    for (const [key, entry] of body.entries) {
      copies.push([fill(key), { ...entry, value: filled(entry.value, identifier.text, item, fill) }]);
    }
  }
  return copies;
}

/** How many values an expression holds, itself among them. */
function sizeOf(expression: Expression): number {
  const inside = (inner: readonly Expression[]) => inner.reduce((sum, one) => sum + sizeOf(one), 1);
  if (expression.kind === 'list') return inside(expression.items);
  if (expression.kind === 'map') return inside([...expression.entries.values()].map(({ value }) => value));
  return expression.kind === 'call' ? inside([expression.argument]) : 1;
}

/** An expression with one value in place of the variable of a loop. */
function filled(
  expression: Expression,
  variable: string,
  item: Expression,
  fill: (text: string) => string,
): Expression {
  const inside = (inner: Expression) => filled(inner, variable, item, fill);
  switch (expression.kind) {
    case 'scalar': {
      const text = fill(expression.text);
      return text === expression.text ? expression : { ...expression, value: text, text };
    }
    case 'list':
      return { ...expression, items: expression.items.map(inside) };
    case 'map': {
      const entries = [...expression.entries].map(
        ([key, entry]) => [fill(key), { ...entry, value: inside(entry.value) }] as const,
      );
      return { ...expression, entries: new Map(entries) };
    }
    case 'call': {
      const { name, argument, range } = expression;
      const isVariable = name === 'Ref' && argument.kind === 'scalar' && argument.text === variable;
      return isVariable ? { ...item, range } : { ...expression, argument: inside(argument) };
    }
    case 'nothing':
    case 'unreadable':
      return expression;
  }
}
