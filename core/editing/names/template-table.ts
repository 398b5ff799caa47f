import { isScalar, type Node, type Pair, type Scalar } from 'yaml';
import { rangeOfNode } from '../../design/readers/blueprint/node-range.ts';
import type { Range } from '../../text/range.ts';
import type { Mention, NameKind } from './name.ts';
import { type CollectedName, NameTable } from './name-table.ts';
import { textOf, wholeOf } from './template-syntax-node.ts';
import { writtenScalar } from './written-name.ts';

/** Scope of what a whole template shares. */
export const wholeTemplate = '';

/** The names of a template while they are collected, with the places at which its text writes them. */
export class TemplateTable {
  readonly #names = new NameTable<Mention>();
  readonly #text: string;
  #scopes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get names(): readonly CollectedName<Mention>[] {
    return this.#names.names;
  }

  /** The key of an entry declares a name. */
  declare(kind: NameKind, pair: Pair, scope = wholeTemplate): CollectedName<Mention> | undefined {
    return this.declareBy(kind, pair.key, scope, wholeOf(pair));
  }

  /** A scalar declares a name; `whole` is all that is declared. */
  declareBy(kind: NameKind, node: unknown, scope: string, whole?: Range): CollectedName<Mention> | undefined {
    const text = textOf(node);
    if (text === undefined || !isScalar(node)) return undefined;
    const mention: Mention = { ...this.mentionOf(node), role: 'declaration', whole: whole ?? rangeOfNode(node) };
    const name = this.#names.declare(kind, text, [scope], mention);
    if (node.anchor !== undefined) {
      name.obstacle = `${text} is marked with the anchor &${node.anchor}, and may be used elsewhere through it. Take the anchor away first.`;
    }
    return name;
  }

  /** A scalar refers to the first of these kinds that declares its text. */
  refer(kinds: readonly NameKind[], node: Node | null, { scope = wholeTemplate, isExact = true } = {}): void {
    const text = textOf(node);
    if (text === undefined || !isScalar(node)) return;
    this.find(kinds, text, { scope, isExact })?.mentions.push(this.mentionOf(node));
  }

  /** Characters of a scalar, from an offset on, refer to a name. */
  referInPart(kinds: readonly NameKind[], node: Scalar, part: string, from = 0, isExact = true): void {
    const { start, end } = rangeOfNode(node);
    const at = this.#text.indexOf(part, Math.max(from, start));
    if (part === '' || at < 0 || at + part.length > end) return;
    this.find(kinds, part, { isExact })?.mentions.push(this.partOf(node, part, at));
  }

  /** Notes a place that names something which nothing declares. */
  mention(kind: NameKind, node: Node | null): void {
    const text = textOf(node);
    if (text !== undefined && isScalar(node)) this.#names.mention(kind, text, wholeTemplate, this.mentionOf(node));
  }

  find(
    kinds: readonly NameKind[],
    text: string,
    { scope = wholeTemplate, isExact = true } = {},
  ): CollectedName<Mention> | undefined {
    for (const kind of kinds) {
      const found = this.#names.find(kind, text, [scope], { isExact });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A reference by all characters of a scalar. */
  mentionOf(node: Scalar): Mention {
    return { ...writtenScalar(this.#text, node), role: 'reference', whole: rangeOfNode(node) };
  }

  /** A reference by some characters of a scalar. */
  partOf(node: Scalar, name: string, start: number): Mention {
    const range = { start, end: start + name.length };
    return { range, writing: 'part', role: 'reference', whole: rangeOfNode(node) };
  }

  /** The names that a pattern finds in what is written of a scalar; its first group is the name. */
  *variablesIn(node: Scalar, pattern: RegExp): IterableIterator<{ readonly name: string; readonly at: number }> {
    const { start, end } = rangeOfNode(node);
    for (const match of this.#text.slice(start, end).matchAll(pattern)) {
      const [all, name = ''] = match;
      yield { name, at: start + match.index + all.indexOf(name) };
    }
  }

  /** Behind the last character of a scalar, before its closing quote. */
  endOf(node: Scalar): number {
    return writtenScalar(this.#text, node).range.end;
  }

  newScope(): string {
    this.#scopes += 1;
    return `local ${this.#scopes}`;
  }
}
