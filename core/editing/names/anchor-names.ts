import { isAlias, isNode, type Node, visit } from 'yaml';
import { rangeOfNode } from '../../design/readers/blueprint/node-range.ts';
import type { Mention, Name } from './name.ts';

/** The anchors of a YAML document, each with the aliases that stand for it: those up to the next anchor of that name. */
export function anchorNames(text: string, contents: Node | null, scope: string): readonly Name[] {
  if (!text.includes('&')) return [];
  const names: Name[] = [];
  const open = new Map<string, Mention[]>();
  visit(contents, (_key, node) => {
    if (!isNode(node)) return;
    if (isAlias(node)) {
      const whole = rangeOfNode(node);
      open.get(node.source)?.push({ ...afterSign(whole.start, node.source), role: 'reference', whole });
    } else if ('anchor' in node && typeof node.anchor === 'string') {
      const { start, end } = rangeOfNode(node);
      const at = anchorBefore(text, node.anchor, start);
      if (at === undefined) return;
      const whole = { start: at, end: Math.max(end, at + 1 + node.anchor.length) };
      const mentions: Mention[] = [{ ...afterSign(at, node.anchor), role: 'declaration', whole }];
      open.set(node.anchor, mentions);
      names.push({ kind: 'anchor', text: node.anchor, scope, mentions });
    }
  });
  return names;
}

/** The characters behind `&` or `*`. */
function afterSign(sign: number, name: string): Pick<Mention, 'range' | 'writing'> {
  return { range: { start: sign + 1, end: sign + 1 + name.length }, writing: 'part' };
}

/** What may stand between an anchor and its node: blanks, comments, a tag. */
const between = /^(?:\s|#[^\n]*(?:\n|$)|![^\s,[\]{}]*)*$/;

/** Where `&name` stands in front of a node; a comment between them may have the same characters. */
function anchorBefore(text: string, name: string, start: number): number | undefined {
  const sign = `&${name}`;
  let found: number | undefined;
  for (let at = text.lastIndexOf(sign, start - 1); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)) {
    const rest = text.slice(at + sign.length, start);
    if (!between.test(rest)) break;
    found = at;
  }
  return found;
}
