import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type Content, isContent } from '../content/design-content.ts';
import type { EditValue } from '../edit.ts';
import { blueprintShape } from '../format/blueprint.ts';
import { shapeAt } from '../format/shape-at.ts';
import { isInside, type Path } from '../path.ts';
import { renderInline } from './blueprint/render.ts';

/** Something to know of a place of a new blueprint. */
export interface Note {
  readonly path: Path;
  readonly text: string;
}

/** Longest line on which a mapping or a list stands whole. */
const longestLine = 116;

/** Groups that get a line for each property, however few there are. */
const inLines = new Set([
  'primary',
  'secondaries',
  'autoScaling',
  'origin',
  'parameters',
  'tags',
  'objectives',
  'scenarios',
  'expect',
]);

/** The text of a blueprint with this content: small groups on one line, and notes as comments before what they are about. */
export function newBlueprint(content: Content, notes: readonly Note[] = []): string {
  const document = new Document();
  const root = blockMap(content, [], notes);
  document.contents = root as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

/** A value as a person writes it into YAML; `path` says where in a blueprint it stands. */
export function blueprintNode(value: EditValue, path: Path, notes: readonly Note[] = []): Scalar | YAMLMap | YAMLSeq {
  if (Array.isArray(value)) return listNode(value, path, notes);
  if (!isContent(value)) return new Scalar(value);
  return fitsOnLine(value, path) ? onOneLine(value) : blockMap(value, path, notes);
}

/** A list that stands close to its brackets, as mappings do not. */
class List extends YAMLSeq {
  override toString(...[context, ...others]: Parameters<YAMLSeq['toString']>): string {
    const own = context === undefined || this.flow !== true ? context : { ...context, flowCollectionPadding: '' };
    return super.toString(own, ...others);
  }
}

function listNode(items: readonly EditValue[], path: Path, notes: readonly Note[]): YAMLSeq {
  const list = new List();
  list.flow = items.every((item) => typeof item !== 'object') && fits(items, path);
  for (const [index, item] of items.entries()) {
    const own = [...path, index];
    const node = blueprintNode(item, own, notes);
    if (node instanceof YAMLMap) commentItem(node, node.flow === true ? notesIn(own, notes) : notesOn(own, notes));
    list.items.push(node);
  }
  return list;
}

function blockMap(content: Content, path: Path, notes: readonly Note[]): YAMLMap<Scalar, unknown> {
  const map = new YAMLMap<Scalar, unknown>();
  const pending = notesOfMissing(content, path, notes);
  const order = orderAt(path);
  for (const [name, value] of Object.entries(content)) {
    const key = new Scalar(name);
    const own = [...path, name];
    const node = blueprintNode(value, own, notes);
    const isWhole = !(node instanceof YAMLMap || node instanceof YAMLSeq) || node.flow === true;
    const before = pending.filter((note) => order.indexOf(nameIn(note, path)) < order.indexOf(name));
    for (const note of before) pending.splice(pending.indexOf(note), 1);
    const about = isWhole ? notesIn(own, notes) : notesOn(own, notes);
    // An empty line sets the groups on top apart, behind the notes about what is missing before them.
    const isApart = path.length === 0 && !(node instanceof Scalar);
    key.spaceBefore = isApart && before.length === 0;
    if (isApart && before.length > 0)
      key.commentBefore = `${linesOf(before)}\n${about.length === 0 ? '' : `\n${linesOf(about)}`}`;
    else comment(key, [...before, ...about]);
    map.items.push(new Pair(key, node));
  }
  if (pending.length > 0) map.comment = linesOf(pending);
  return map;
}

/** Notes about properties of a group that are not there. */
function notesOfMissing(content: Content, path: Path, notes: readonly Note[]): Note[] {
  return notesIn(path, notes).filter(
    (note) => note.path.length > path.length && content[nameIn(note, path)] === undefined,
  );
}

function nameIn(note: Note, path: Path): string {
  return String(note.path[path.length]);
}

/** The names of the properties that the format has at a path, in the order in which people write them. */
function orderAt(path: Path): readonly string[] {
  const shape = shapeAt(blueprintShape, path);
  return shape?.kind === 'object' ? Object.keys(shape.properties) : [];
}

function notesIn(path: Path, notes: readonly Note[]): readonly Note[] {
  return notes.filter((note) => isInside(note.path, path));
}

/** Those about a place itself, not about what stands in it. */
function notesOn(path: Path, notes: readonly Note[]): readonly Note[] {
  return notesIn(path, notes).filter((note) => note.path.length === path.length);
}

function comment(node: Scalar | YAMLMap, notes: readonly Note[]): void {
  if (notes.length > 0) node.commentBefore = linesOf(notes);
}

/** Comments an item of a list before its dash, with what is to be said of its first property. */
function commentItem(item: YAMLMap, notes: readonly Note[]): void {
  const first = item.items[0]?.key;
  const own = first instanceof Scalar ? first.commentBefore : undefined;
  if (own === undefined || own === null) {
    comment(item, notes);
    return;
  }
  item.commentBefore = notes.length === 0 ? own : `${linesOf(notes)}\n${own}`;
  (first as Scalar).commentBefore = null;
}

function linesOf(notes: readonly Note[]): string {
  return notes.map(({ text }) => ` ${text}`).join('\n');
}

/** Whether a mapping stands on one line: plain values that fit, and no group that always gets a line for each property. */
function fitsOnLine(content: Content, path: Path): boolean {
  const name = path.findLast((step) => typeof step === 'string');
  const isFlat = Object.values(content).every(
    (value) => typeof value !== 'object' || (Array.isArray(value) && value.every((item) => typeof item !== 'object')),
  );
  return isFlat && !inLines.has(String(name)) && fits(content, path);
}

function fits(value: EditValue, path: Path): boolean {
  const last = path.at(-1);
  const indent = 2 * (path.length - 1);
  const key = typeof last === 'string' ? last.length + 2 : 2;
  return indent + key + renderInline(value).length <= longestLine;
}

function onOneLine(content: Content): YAMLMap {
  const map = new YAMLMap();
  map.flow = true;
  for (const [name, value] of Object.entries(content)) {
    map.items.push(new Pair(new Scalar(name), blueprintNode(value, [name])));
  }
  return map;
}
