import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { rangeOfNode } from '../../design/readers/blueprint/node-range.ts';
import { isLoop } from '../../design/readers/template/for-each.ts';
import type { Range } from '../../text/range.ts';

/** An intrinsic function with what is given to it, whichever form it is written in. */
export interface FunctionCall {
  /** The long name: `Ref`, `Condition`, `Fn::Sub`. */
  readonly name: string;
  readonly argument: Node | null;
  /** Whether the argument is the node of the call itself, behind a tag. */
  readonly isShort: boolean;
}

/** The function that a node calls; undefined for a plain value. */
export function callOf(node: Node | null): FunctionCall | undefined {
  const [, tag] = /^!([A-Za-z:]+)$/.exec(node?.tag ?? '') ?? [];
  if (tag !== undefined) {
    return { name: tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`, argument: node, isShort: true };
  }
  const [pair, ...others] = isMap(node) ? node.items : [];
  const name = pair === undefined || others.length > 0 ? undefined : textOf(pair.key);
  if (pair === undefined || name === undefined || !isFunction(name)) return undefined;
  return { name, argument: pair.value as Node | null, isShort: false };
}

function isFunction(name: string): boolean {
  return name === 'Ref' || name === 'Condition' || (name.startsWith('Fn::') && !isLoop(name));
}

/** The nodes of a list; none of anything else. */
export function itemsOf(node: Node | null): readonly (Node | null)[] {
  return isSeq(node) ? (node.items as (Node | null)[]) : [];
}

/** The entries of a mapping; none of anything else. */
export function pairsOf(node: Node | null | undefined): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

/** What stands under a key. */
export function under(node: Node | null | undefined, key: string): Node | null {
  const pair = pairsOf(node).find((one) => textOf(one.key) === key);
  return (pair?.value as Node | null | undefined) ?? null;
}

/** The text of a scalar that is not empty; a number counts as its characters. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === '') return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** Key and value of an entry, from the first character to the last. */
export function wholeOf({ key, value }: Pair): Range {
  const own = rangeOfNode(key as Node);
  return { start: own.start, end: Math.max(own.end, value === null ? 0 : rangeOfNode(value as Node).end) };
}
