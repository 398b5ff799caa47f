import { visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { blueprintShape } from '../design/format/blueprint.ts';
import type { ListShape, Shape } from '../design/format/shape.ts';
import { shapeAt } from '../design/format/shape-at.ts';
import { type Path, parentPath } from '../design/path.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import type { TextEdit } from '../text/range.ts';
import { cursorContext } from './cursor-context.ts';

/** After which of these something is written: Enter, and what people type behind it out of habit. */
export const signsTyped = ['\n', '-', ' '] as const;

/** The line on which something was typed. */
interface TypedLine {
  readonly start: number;
  /** What stands on it up to the cursor. */
  readonly before: string;
}

/**
 * What follows from a sign that was typed just before `offset` of a blueprint: below the key of a list a line begins with
 * a dash, and where another one is typed all the same, one is left. Nothing in comments, in texts of several lines, in
 * brackets and where no list comes. Never throws.
 */
export function editsOnType(text: string, offset: number, tabSize: number, blueprint: Blueprint): readonly TextEdit[] {
  if (!/^[ \t]*(\r?\n|$)/.test(text.slice(offset, offset + 1000)) || isInBrackets(blueprint, offset)) return [];
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = { start, before: text.slice(start, offset) };
  return line.before.trim() === '' ? dashBelowKey(text, line, tabSize, blueprint) : onlyDash(text, line, blueprint);
}

function dashBelowKey(
  text: string,
  { start, before }: TypedLine,
  tabSize: number,
  blueprint: Blueprint,
): readonly TextEdit[] {
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const [, indent = '', key] = /^((?: *- )* *)["']?([\w-]+)["']?:[ \t]*(?:#.*)?\r?$/.exec(above) ?? [];
  if (key === undefined) return [];
  const behind = text.slice(start + before.length);
  const column = columnOfItems(indent.length, before.length, behind, tabSize);
  const newText = `${' '.repeat(column)}- `;
  const list = listAt(text.slice(0, start) + newText + behind, start + newText.length, blueprint);
  return list?.path.at(-1) === key ? [{ range: { start, end: start + before.length }, newText }] : [];
}

/** Where the items of a list stand: in the column of those below, where the editor went, or one step further in. */
function columnOfItems(key: number, cursor: number, behind: string, tabSize: number): number {
  const [, below] = /^\s*\n( *)-\s/.exec(behind.slice(0, 1000)) ?? [];
  if (below !== undefined && below.length >= key) return below.length;
  return cursor > key ? cursor : key + tabSize;
}

/** Also when it is some words late: an editor drops the answer when somebody goes on typing before it comes. */
function onlyDash(text: string, { start, before }: TypedLine, blueprint: Blueprint): readonly TextEdit[] {
  const [, first] = /^( *-) -(?: |$)/.exec(before) ?? [];
  if (first === undefined) return [];
  const from = start + first.length;
  const list = listAt(`${text.slice(0, from)} ${text.slice(start + before.length)}`, from + 1, blueprint);
  if (list === undefined || list.shape.item.kind === 'list') return [];
  return [{ range: { start: from, end: from + ' -'.length }, newText: '' }];
}

interface ListPlace {
  readonly path: Path;
  readonly shape: ListShape<Shape>;
}

/** The list of which an item can be written behind a dash at an offset of a text; undefined where there is none. */
function listAt(text: string, offset: number, before: Blueprint): ListPlace | undefined {
  const at = cursorContext(text, offset, before)?.path;
  if (at === undefined) return undefined;
  // What is written in an item belongs to its list.
  const path = typeof at.at(-1) === 'number' ? parentPath(at) : at;
  const shape = shapeAt(blueprintShape, path);
  return shape?.kind === 'list' ? { path, shape } : undefined;
}

function isInBrackets({ documents }: Blueprint, offset: number): boolean {
  let isInside = false;
  const look = (collection: YAMLMap | YAMLSeq) => {
    const [start = 0, end = 0] = collection.range ?? [];
    if (collection.flow === true && start < offset && offset < end) isInside = true;
  };
  for (const { source } of documents) visit(source.document.contents, { Collection: (_key, node) => look(node) });
  return isInside;
}
