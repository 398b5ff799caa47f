import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Fix } from '../../../rules/finding.ts';
import type { Range } from '../../../text/range.ts';
import { exampleValue } from '../../format/example-value.ts';
import { keysAt } from '../../format/keys-at.ts';
import type { ListShape, ObjectShape, Properties, RecordShape, ScalarShape, Shape } from '../../format/shape.ts';
import type { NodeOf } from '../../node.ts';
import { isSamePath, type Path } from '../../path.ts';
import { removeEntries } from '../../writers/blueprint/remove.ts';
import { setEdit } from '../../writers/blueprint/set.ts';
import { isShared } from '../../writers/blueprint/syntax-place.ts';
import { Locator } from '../locator.ts';
import { type Entry, PlacedEntry, placedEntriesOf } from '../yaml/moved-node.ts';
import { absentNode, groupOf } from './absent-node.ts';
import { entriesOf, type MapEntry } from './map-entries.ts';
import { markOf, rangeOfNode } from './node-range.ts';
import type { ParsedDocument } from './parse.ts';
import { mostFindings, type Spot, StructureReport } from './structure-report.ts';

/** Most values read from one document; aliases of aliases could otherwise make a small text endless. */
const mostValues = 200_000;

/** What was read from an entry. */
interface Reading {
  readonly shape: Shape;
  readonly path: Path;
  readonly node: unknown;
  readonly locator: Locator;
  readonly values: number;
  /** How much further on than its origin the entry stood. */
  readonly by: number;
}

/** By the entry as it was parsed, which later texts have in other places. */
const readings = new WeakMap<Entry, Reading>();

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
  readonly #root: Shape;
  #values = 0;
  /** Where places are noted: those of the document, or of the entry that is being read by itself. */
  #places = this.locator;
  /** Whether aliases or merge keys were met: what they bring stands elsewhere. */
  #dependsOnOthers = false;

  constructor(text: string, source: ParsedDocument, root: Shape) {
    this.#text = text;
    this.#source = source;
    this.#root = root;
  }

  /** Reads the whole document. */
  readDocument<P extends Properties>(shape: ObjectShape<P>): NodeOf<ObjectShape<P>> {
    const contents = this.#source.document.contents;
    const mark = contents === null ? { start: 0, end: 0 } : markOf(contents, this.#text);
    this.#places.add({ path: [], value: mark, whole: { start: 0, end: this.#text.length }, shared: false });
    return this.#read(shape, contents, { path: [], mark, shared: false }) as NodeOf<ObjectShape<P>>;
  }

  /** The node of `shape` for what stands at `site`. */
  #read(shape: Shape, node: Node | null, site: Site): unknown {
    this.#dependsOnOthers ||= node !== null && isAlias(node);
    const target = node !== null && isAlias(node) ? this.#source.aliasTargets.get(node) : node;
    const place = { ...site, shared: site.shared || target !== node };
    this.#values += 1;
    if (target === undefined || this.#isFull) return absentNode(shape, site.path, 'unknown');
    if (target === null || (isScalar(target) && target.value === null)) return this.#readNothing(shape, place);
    if (shape.kind === 'scalar' && isScalar(target)) return this.#readScalar(shape, target, place);
    if (shape.kind === 'list' && isSeq(target)) return this.#readList(shape, target, place);
    if (shape.kind === 'record' && isMap(target)) return this.#readRecord(shape, target, place);
    if (shape.kind === 'object' && isMap(target)) return this.#readObject(shape, target, place);
    this.report.wrongType(shape, spotOf(place), isScalar(target) ? this.#written(target) : undefined);
    return absentNode(shape, site.path, 'unknown');
  }

  #readNothing(shape: Shape, site: Site): unknown {
    if (shape.kind === 'scalar') this.report.missingValue(shape, spotOf(site), this.#addFix(shape, site.path, site));
    if (shape.kind === 'object') this.#reportMissing(shape, new Set(), site);
    return absentNode(shape, site.path, 'absent');
  }

  #readScalar(shape: ScalarShape<unknown>, node: Scalar, site: Site): unknown {
    const { path } = site;
    const written = this.#written(node);
    const value = shape.parse({ value: node.value, text: written });
    if (value !== undefined) return { presence: 'known', path, value };
    if (shape.choices !== undefined && shape.schemaType === 'string') {
      this.report.unknownWord(shape, spotOf(site), written);
    } else {
      this.report.wrongType(shape, spotOf(site), written);
    }
    return { presence: 'unknown', path };
  }

  #readList(shape: ListShape<Shape>, node: YAMLSeq, site: Site): unknown {
    const items: unknown[] = [];
    for (const [index, item] of (placedEntriesOf(node) ?? node.items).entries()) {
      if (this.#isFull) break;
      const path = [...site.path, index];
      const placed = item instanceof PlacedEntry && !site.shared ? item : undefined;
      const node = () => (item instanceof PlacedEntry ? item.here : item) as Node | null;
      items.push(this.#readOnce(shape.item, placed, path, () => this.#readItem(shape.item, node(), path, site)));
    }
    return { presence: 'known', path: site.path, items };
  }

  #readItem(shape: Shape, node: Node | null, path: Path, { mark: outer, shared }: Site): unknown {
    const mark = node === null || shared ? outer : this.#markOfItem(node);
    const whole = node === null || shared ? mark : { start: mark.start, end: rangeOfNode(node).end };
    this.#places.add({ path, value: mark, whole, shared });
    return this.#read(shape, node, { path, mark, shared });
  }

  #readRecord(shape: RecordShape<Shape>, node: YAMLMap, site: Site): unknown {
    const entries: { key: string; node: unknown }[] = [];
    for (const entry of this.#entries(node, site)) {
      if (this.#isFull) break;
      entries.push({ key: entry.key, node: this.#readEntry(shape.item, entry, site) });
    }
    return { presence: 'known', path: site.path, entries };
  }

  #readObject(shape: ObjectShape<Properties>, node: YAMLMap, site: Site): unknown {
    const written: Record<string, unknown> = {};
    const misspelt = new Set<string>();
    for (const entry of this.#entries(node, site)) {
      const property = Object.hasOwn(shape.properties, entry.key) ? shape.properties[entry.key] : undefined;
      if (property !== undefined) {
        written[entry.key] = this.#readEntry(property, entry, site);
      } else if (entry.mergedBy === undefined && !site.shared && !isExtension(entry.key, site.path)) {
        const spot = { path: [...site.path, entry.key], range: this.#keyMark(entry.pair), isOwn: true };
        const meant = this.report.unknownKey(this.#root, shape, spot, (key) => node.has(key));
        if (meant !== undefined) misspelt.add(meant);
      }
    }
    this.#reportMissing(shape, new Set([...Object.keys(written), ...misspelt]), site);
    return groupOf(shape.properties, site.path, 'known', written);
  }

  #readEntry(shape: Shape, { key, pair, placed, mergedBy }: MapEntry, site: Site): unknown {
    const path = [...site.path, key];
    const value = pair.value as Node | null;
    if (site.shared || mergedBy !== undefined) {
      const mark = site.shared || mergedBy === undefined ? site.mark : this.#keyMark(mergedBy);
      this.#dependsOnOthers ||= mergedBy !== undefined;
      this.#places.add({ path, value: mark, whole: mark, shared: true });
      return this.#read(shape, value, { path, mark, shared: true });
    }
    return this.#readOnce(shape, placed, path, () => this.#readOwnEntry(shape, pair, path));
  }

  #readOwnEntry(shape: Shape, pair: Pair, path: Path): unknown {
    const value = pair.value as Node | null;
    const keyMark = this.#keyMark(pair);
    const valueRange = value === null ? keyMark : rangeOfNode(value);
    const isWritten = value !== null && valueRange.end > valueRange.start;
    const mark = isWritten ? markOf(value, this.#text) : keyMark;
    const whole = { start: keyMark.start, end: Math.max(keyMark.end, valueRange.end) };
    this.#places.add({ path, key: keyMark, value: mark, whole, shared: false });
    return this.#read(shape, value, { path, mark, shared: false });
  }

  #entries(node: YAMLMap, { path, shared }: Site): readonly MapEntry[] {
    const { entries, duplicates } = entriesOf(node, this.#source.aliasTargets);
    if (shared) return entries;
    for (const { key, pair } of duplicates.slice(0, mostFindings)) {
      const edits = removeEntries(this.#text, node, new Set([node.items.indexOf(pair)]));
      this.report.duplicateKey({ path: [...path, key], range: this.#keyMark(pair), isOwn: true }, edits);
    }
    return entries;
  }

  #reportMissing(shape: ObjectShape<Properties>, present: ReadonlySet<string>, site: Site): void {
    const range = this.#places.placeOf(site.path)?.key ?? site.mark;
    for (const key of shape.required) {
      const property = shape.properties[key];
      if (present.has(key) || property === undefined) continue;
      const path = [...site.path, key];
      this.report.missingKey(shape, { path, range, isOwn: !site.shared }, this.#addFix(property, path, site));
    }
  }

  /** The fix that writes an example where something required is missing. */
  #addFix(shape: Shape, path: Path, { shared }: Site): readonly Fix[] {
    const value = shared || isShared(this.#source, path) ? undefined : exampleValue(shape);
    if (value === undefined) return [];
    const isWritten = (other: Path) => (this.#places.placeOf(other) ?? this.locator.placeOf(other)) !== undefined;
    const keysHere = (at: Path) => keysAt(at, this.#root);
    const source = { text: this.#text, contents: this.#source.document.contents, isWritten, keysAt: keysHere };
    const edit = setEdit(source, path, value);
    const content = typeof value === 'object' ? '' : `: ${value}`;
    return edit === undefined ? [] : [{ title: `Add ${path.at(-1)}${content}`, edits: [edit] }];
  }

  /**
   * What stands at an entry that was parsed by itself is read once, for as long as it stands at the same path: a
   * design has no offsets, and places move with their text. What is wrong is read anew, for its fixes look further.
   */
  #readOnce(shape: Shape, placed: PlacedEntry | undefined, path: Path, read: () => unknown): unknown {
    if (placed === undefined) return read();
    const { entry, by } = placed;
    const known = readings.get(entry);
    if (known?.shape === shape && isSamePath(known.path, path) && this.#values + known.values <= mostValues) {
      this.#values += known.values;
      this.#places.addMoved(path, known.locator, by - known.by);
      return known.node;
    }
    const before = { places: this.#places, values: this.#values, dependsOnOthers: this.#dependsOnOthers };
    const findings = this.report.findings.length;
    const locator = new Locator();
    this.#places = locator;
    this.#dependsOnOthers = false;
    const node = read();
    this.#places = before.places;
    this.#places.addMoved(path, locator, 0);
    if (!this.#dependsOnOthers && !this.#isFull && this.report.findings.length === findings) {
      const values = this.#values - before.values;
      readings.set(entry, { shape, path, node, locator, values, by });
    }
    this.#dependsOnOthers ||= before.dependsOnOthers;
    return node;
  }

  get #isFull(): boolean {
    return this.#values > mostValues;
  }

  #written(node: Scalar): string {
    const { start, end } = rangeOfNode(node);
    return typeof node.value === 'string' ? node.value : this.#text.slice(start, end);
  }

  #keyMark(pair: Pair): Range {
    return markOf(pair.key as Node, this.#text);
  }

  /** The item; the dash where nothing stands behind it. */
  #markOfItem(item: Node): Range {
    const mark = markOf(item, this.#text);
    if (mark.end > mark.start) return mark;
    const dash = this.#text.lastIndexOf('-', mark.start - 1);
    return dash < 0 ? mark : { start: dash, end: dash + 1 };
  }
}

function spotOf({ path, mark, shared }: Site): Spot {
  return { path, range: mark, isOwn: !shared };
}

/** Keys on top that begin with `x-` hold what anchors are made of; nobody reads them. */
function isExtension(key: string, path: Path): boolean {
  return path.length === 0 && key.startsWith('x-');
}
