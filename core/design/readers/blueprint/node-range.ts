import { isMap, isSeq, type Node } from 'yaml';
import type { Range } from '../../../text/range.ts';

/** From the first character of a node to its last. */
export function rangeOfNode(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** The range to mark for a node: all of it, but only the first line of a block, so that the mark stays short. */
export function markOf(node: Node, text: string): Range {
  const { start, end } = rangeOfNode(node);
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true;
  if (!isBlock) return { start, end };
  const newline = text.indexOf('\n', start);
  const stop = newline === -1 ? end : Math.min(end, newline);
  return { start, end: start + text.slice(start, stop).trimEnd().length };
}
