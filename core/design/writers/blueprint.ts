import type { Node } from 'yaml';
import type { TextEdit } from '../../text/range.ts';
import type { DesignEdit } from '../edit.ts';
import { keysAt } from '../format/keys-at.ts';
import { formatPath, type Path, parentPath } from '../path.ts';
import type { BlueprintDocument } from '../readers/blueprint.ts';
import { insertEdit } from './blueprint/insert.ts';
import { removeEdits } from './blueprint/remove.ts';
import { renderLike } from './blueprint/render.ts';
import { setEdit } from './blueprint/set.ts';
import type { SourceText } from './blueprint/source-text.ts';
import { isShared, isSharedAbove, placeAt } from './blueprint/syntax-place.ts';

/**
 * Turns edits of a design into edits of the blueprint's text that keep comments, quotes and flow style.
 * Returns undefined when one of them would touch text that is used elsewhere too (an anchor), or cannot be written.
 */
export function writeBlueprint(
  text: string,
  { source, locator }: BlueprintDocument,
  edits: readonly DesignEdit[],
): readonly TextEdit[] | undefined {
  const changesMore = ({ kind, path }: DesignEdit) => (kind === 'insert' ? isSharedAbove : isShared)(source, path);
  if (edits.some(changesMore)) return undefined;
  const { contents } = source.document;
  const sourceText = { text, contents, isWritten: (path: Path) => locator.placeOf(path) !== undefined, keysAt };
  const removed = siblings(edits.filter(({ kind }) => kind === 'remove').map(({ path }) => path));
  const written: TextEdit[] = [];
  for (const paths of removed) {
    const removals = removeEdits(sourceText, paths);
    if (removals === undefined) return undefined;
    written.push(...removals);
  }
  for (const edit of edits) {
    if (edit.kind === 'remove') continue;
    const textEdit = writeEdit(sourceText, edit);
    if (textEdit === undefined) return undefined;
    written.push(textEdit);
  }
  return overlap(written) ? undefined : written;
}

function writeEdit(source: SourceText, edit: Exclude<DesignEdit, { kind: 'remove' }>): TextEdit | undefined {
  if (edit.kind === 'set') return setEdit(source, edit.path, edit.value);
  if (edit.kind === 'insert') return insertEdit(source, edit.path, edit.value);
  const key = placeAt(source.contents, edit.path)?.pair?.key as Node | undefined;
  const [start, end] = key?.range ?? [];
  if (key === undefined || start === undefined || end === undefined) return undefined;
  return { range: { start, end }, newText: renderLike(key, edit.key) };
}

/** Paths grouped by what holds them. */
function siblings(paths: readonly Path[]): readonly (readonly Path[])[] {
  const groups = new Map<string, Path[]>();
  for (const path of paths) {
    const parent = formatPath(parentPath(path));
    groups.set(parent, [...(groups.get(parent) ?? []), path]);
  }
  return [...groups.values()];
}

/** Whether two edits want the same characters. */
function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = edits.map(({ range }) => range).sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some((range, index) => range.start < (ordered[index - 1]?.end ?? 0));
}
