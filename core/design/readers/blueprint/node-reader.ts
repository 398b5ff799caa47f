import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Range } from '../../../text/range.ts';
import type { ListShape, ObjectShape, Properties, RecordShape, ScalarShape, Shape } from '../../format/shape.ts';
import type { NodeOf } from '../../node.ts';
import type { Path } from '../../path.ts';
import { Locator } from '../locator.ts';
import { absentNode } from './absent-node.ts';
import { entriesOf, type MapEntry } from './map-entries.ts';
import { markOf, rangeOfNode } from './node-range.ts';
import type { ParsedDocument } from './parse.ts';
import { StructureReport } from './structure-report.ts';

/** Most values read from one document; aliases of aliases could otherwise make a small text endless. */
const mostValues = 200_000;

/** Where a value is written, for what is read from it. */
interface Site {
  readonly path: Path;
  /** What to mark when the value is wrong. */
  readonly mark: Range;
  /** True when the text stands elsewhere too: it came through an alias or a merge key. */
  readonly shared: boolean;
}

/** Reads one YAML document against a shape: the design, where everything stands, and what is wrong with the form. */
export class NodeReader {
  readonly locator = new Locator();
  readonly report = new StructureReport();
  readonly #text: string;
  readonly #source: ParsedDocument;
  #values = 0;

  constructor(text: string, source: ParsedDocument) {
    this.#text = text;
    this.#source = source;
  }

  /** Reads the whole document as an object of this shape. */
  readDocument<P extends Properties>(shape: ObjectShape<P>): NodeOf<ObjectShape<P>> {
    const contents = this.#source.document.contents;
    const mark = contents === null ? { start: 0, end: 0 } : markOf(contents, this.#text);
    this.locator.add({ path: [], value: mark, whole: { start: 0, end: this.#text.length }, shared: false });
    return this.#read(shape, contents, { path: [], mark, shared: false }) as NodeOf<ObjectShape<P>>;
  }

  /** The node of `shape` for what stands at `site`. */
  #read(shape: Shape, node: Node | null, site: Site): unknown {
    const target = node !== null && isAlias(node) ? this.#source.aliasTargets.get(node) : node;
    const place = { ...site, shared: site.shared || target !== node };
    this.#values += 1;
    if (target === undefined || this.#values > mostValues) return absentNode(shape, site.path, 'unknown');
    if (target === null || (isScalar(target) && target.value === null)) return this.#readNothing(shape, place);
    if (shape.kind === 'scalar' && isScalar(target)) return this.#readScalar(shape, target, place);
    if (shape.kind === 'list' && isSeq(target)) return this.#readList(shape, target, place);
    if (shape.kind === 'record' && isMap(target)) return this.#readRecord(shape, target, place);
    if (shape.kind === 'object' && isMap(target)) return this.#readObject(shape, target, place);
    this.report.wrongType(shape, site.path, site.mark);
    return absentNode(shape, site.path, 'unknown');
  }

  #readNothing(shape: Shape, { path, mark }: Site): unknown {
    if (shape.kind === 'scalar') this.report.missingValue(shape, path, mark);
    if (shape.kind === 'object') this.#reportMissing(shape, new Set(), path, mark);
    return absentNode(shape, path, 'absent');
  }

  #readScalar(shape: ScalarShape<unknown>, node: Scalar, { path, mark }: Site): unknown {
    const { start, end } = rangeOfNode(node);
    const text = typeof node.value === 'string' ? node.value : this.#text.slice(start, end);
    const value = shape.parse({ value: node.value, text });
    if (value !== undefined) return { presence: 'known', path, value };
    if (shape.choices !== undefined && shape.schemaType === 'string') this.report.unknownWord(shape, text, path, mark);
    else this.report.wrongType(shape, path, mark);
    return { presence: 'unknown', path };
  }

  #readList(shape: ListShape<Shape>, node: YAMLSeq, site: Site): unknown {
    const items = node.items.map((item, index) => {
      const yaml = item as Node | null;
      const path = [...site.path, index];
      const mark = yaml === null || site.shared ? site.mark : markOf(yaml, this.#text);
      const whole = yaml === null || site.shared ? mark : rangeOfNode(yaml);
      this.locator.add({ path, value: mark, whole, shared: site.shared });
      return this.#read(shape.item, yaml, { path, mark, shared: site.shared });
    });
    return { presence: 'known', path: site.path, items };
  }

  #readRecord(shape: RecordShape<Shape>, node: YAMLMap, site: Site): unknown {
    const entries = this.#entries(node, site).map((entry) => ({
      key: entry.key,
      node: this.#readEntry(shape.item, entry, site),
    }));
    return { presence: 'known', path: site.path, entries };
  }

  #readObject(shape: ObjectShape<Properties>, node: YAMLMap, site: Site): unknown {
    const group: Record<string, unknown> = { presence: 'known', path: site.path };
    const written = new Set<string>();
    for (const entry of this.#entries(node, site)) {
      const property = Object.hasOwn(shape.properties, entry.key) ? shape.properties[entry.key] : undefined;
      if (property !== undefined) {
        written.add(entry.key);
        group[entry.key] = this.#readEntry(property, entry, site);
      } else if (!entry.merged && !site.shared && !isExtension(entry.key, site.path)) {
        this.report.unknownKey(shape, [...site.path, entry.key], this.#keyMark(entry.pair));
      }
    }
    this.#reportMissing(shape, written, site.path, site.mark);
    for (const [key, property] of Object.entries(shape.properties)) {
      if (!written.has(key)) group[key] = absentNode(property, [...site.path, key], 'absent');
    }
    return group;
  }

  #readEntry(shape: Shape, { key, pair, merged }: MapEntry, site: Site): unknown {
    const path = [...site.path, key];
    const value = pair.value as Node | null;
    const shared = site.shared || merged;
    if (shared) {
      this.locator.add({ path, value: site.mark, whole: site.mark, shared });
      return this.#read(shape, value, { path, mark: site.mark, shared });
    }
    const keyMark = this.#keyMark(pair);
    const valueRange = value === null ? keyMark : rangeOfNode(value);
    const isWritten = value !== null && valueRange.end > valueRange.start;
    const mark = isWritten ? markOf(value, this.#text) : keyMark;
    const whole = { start: keyMark.start, end: Math.max(keyMark.end, valueRange.end) };
    this.locator.add({ path, key: keyMark, value: mark, whole, shared });
    return this.#read(shape, value, { path, mark, shared });
  }

  #entries(node: YAMLMap, { path, shared }: Site): readonly MapEntry[] {
    const { entries, duplicates } = entriesOf(node, this.#source.aliasTargets);
    if (!shared) {
      for (const { key, pair } of duplicates) this.report.duplicateKey([...path, key], this.#keyMark(pair));
    }
    return entries;
  }

  #keyMark(pair: Pair): Range {
    return markOf(pair.key as Node, this.#text);
  }

  #reportMissing(shape: ObjectShape<Properties>, written: ReadonlySet<string>, path: Path, mark: Range): void {
    const range = this.locator.placeOf(path)?.key ?? mark;
    for (const key of shape.required) {
      if (!written.has(key)) this.report.missingKey(shape, [...path, key], range);
    }
  }
}

/** Keys on top that begin with `x-` hold what anchors are made of; nobody reads them. */
function isExtension(key: string, path: Path): boolean {
  return path.length === 0 && key.startsWith('x-');
}
