import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Range } from '../../../text/range.ts';
import { markOf, rangeOfNode } from '../blueprint/node-range.ts';
import { type Entry, type PlacedEntry, placedEntriesOf } from '../yaml/moved-node.ts';
import type { Expression, MapEntry } from './expression.ts';
import { isLoop, type LoopAllowance, unrollLoops } from './for-each.ts';
import { movedExpression } from './moved-expression.ts';

/** Most values read from one template; aliases of aliases could otherwise make a small text endless. */
const mostValues = 200_000;
const deepest = 100;
/** Most values that loops write out. */
const mostCopiedValues = 20_000;

/** What was read from the value of an entry. */
interface Reading {
  readonly expression: Expression;
  readonly depth: number;
  readonly values: number;
  /** How much further on than when it was parsed the entry stood. */
  readonly by: number;
}

/** By the entry as it was parsed, which later texts have in other places. */
const readings = new WeakMap<Entry, Reading>();

/** Turns the YAML or JSON of a template into expressions, short and long forms of functions alike. */
export class ExpressionReader {
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();
  readonly #inProgress = new Set<Node>();
  readonly #allowance: LoopAllowance = { left: mostCopiedValues };
  #values = 0;
  #hasAliases = false;
  /** Whether something was met whose reading depends on what stands elsewhere, or counts there: anchors, aliases, loops. */
  #dependsOnOthers = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a part of the text read so far stands in several places. */
  get hasAliases(): boolean {
    return this.#hasAliases;
  }

  read(node: Node | null | undefined, range: Range = { start: 0, end: 0 }, depth = 0): Expression {
    this.#values += 1;
    if (node === null || node === undefined) return { kind: 'nothing', range };
    const own = markOf(node, this.#text);
    if (this.#values > mostValues || depth > deepest || this.#inProgress.has(node)) {
      return { kind: 'unreadable', range: own };
    }
    if (isAlias(node)) {
      this.#hasAliases = true;
      this.#dependsOnOthers = true;
      return this.read(this.#anchors.get(node.source), own, depth + 1);
    }
    if ('anchor' in node && typeof node.anchor === 'string') {
      this.#anchors.set(node.anchor, node);
      this.#dependsOnOthers = true;
    }
    this.#inProgress.add(node);
    const expression = this.#readContent(node, own, depth);
    this.#inProgress.delete(node);
    const name = functionOfTag(node.tag);
    return name === undefined ? expression : { kind: 'call', name, argument: expression, range: own };
  }

  /** The value of an entry that was parsed by itself is read once: it moves with its text. */
  #readOnce(placed: PlacedEntry | undefined, value: Node | null, range: Range, depth: number): Expression {
    if (placed === undefined) return this.read(value, range, depth);
    const { entry, by } = placed;
    const known = readings.get(entry);
    if (known?.depth === depth && this.#values + known.values <= mostValues) {
      this.#values += known.values;
      return movedExpression(known.expression, by - known.by);
    }
    const before = { values: this.#values, dependsOnOthers: this.#dependsOnOthers };
    this.#dependsOnOthers = false;
    const expression = this.read(value, range, depth);
    if (!this.#dependsOnOthers && this.#values <= mostValues) {
      readings.set(entry, { expression, depth, values: this.#values - before.values, by });
    }
    this.#dependsOnOthers ||= before.dependsOnOthers;
    return expression;
  }

  #readContent(node: Node, range: Range, depth: number): Expression {
    if (isMap(node)) return this.#readMap(node, range, depth);
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => this.read(item as Node, range, depth + 1)), range };
    }
    if (!isScalar(node) || node.value === null) return { kind: 'nothing', range };
    const { value, source } = node;
    const isPlain = node.type === 'PLAIN';
    if (typeof value === 'string') return { kind: 'scalar', value, text: value, isPlain, range };
    // CloudFormation passes a truth value on in small letters, however it is written.
    if (typeof value === 'boolean') return { kind: 'scalar', value, text: `${value}`, isPlain, range };
    if (typeof value !== 'number') return { kind: 'unreadable', range };
    return { kind: 'scalar', value, text: source ?? `${value}`, isPlain, range };
  }

  #readMap(node: YAMLMap, range: Range, depth: number): Expression {
    const written = new Map<string, MapEntry>();
    let isOpen = false;
    let hasLoops = false;
    const placed = placedEntriesOf(node);
    for (const [index, { key, value }] of node.items.entries()) {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined || name === '<<') {
        isOpen = true;
        continue;
      }
      const keyRange = markOf(key as Node, this.#text);
      const end = value === null ? keyRange.end : rangeOfNode(value as Node).end;
      const whole = { start: keyRange.start, end: Math.max(end, keyRange.end) };
      const first = written.get(name);
      hasLoops ||= isLoop(name);
      this.#dependsOnOthers ||= hasLoops;
      const read = this.#readOnce(placed?.[index], value as Node | null, keyRange, depth + 1);
      // Which of two counts is not documented.
      if (first !== undefined) isOpen = true;
      written.set(
        name,
        first === undefined
          ? { key: keyRange, whole, value: read }
          : { ...first, value: { kind: 'unreadable', range: first.value.range } },
      );
    }
    const entries = hasLoops ? unrollLoops(written, this.#allowance) : written;
    for (const [name, { value }] of entries) {
      if (!isFunction(name)) continue;
      if (entries.size === 1) return { kind: 'call', name, argument: value, range };
      isOpen = true;
    }
    return { kind: 'map', entries, isOpen, range };
  }
}

function functionOfTag(tag: string | undefined): string | undefined {
  const [, name] = /^!([A-Za-z:]+)$/.exec(tag ?? '') ?? [];
  if (name === undefined) return undefined;
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

function isFunction(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}
