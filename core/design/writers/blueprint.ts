import type { Node } from 'yaml';
import type { TextEdit } from '../../text/range.ts';
import type { DesignEdit } from '../edit.ts';
import type { BlueprintDocument } from '../readers/blueprint.ts';
import { insertEdit } from './blueprint/insert.ts';
import { removeEdit } from './blueprint/remove.ts';
import { setEdit } from './blueprint/set.ts';
import { placeAt } from './blueprint/syntax-place.ts';

/**
 * Turns edits of a design into edits of the blueprint's text that keep comments, quotes and flow style.
 * Returns undefined when one of them would touch text that is used elsewhere too (an anchor), or cannot be written.
 */
export function writeBlueprint(
  text: string,
  document: BlueprintDocument,
  edits: readonly DesignEdit[],
): readonly TextEdit[] | undefined {
  const written: TextEdit[] = [];
  for (const edit of edits) {
    if (document.locator.placeOf(edit.path)?.shared === true) return undefined;
    const textEdit = writeEdit(text, document.source.document.contents, edit);
    if (textEdit === undefined) return undefined;
    written.push(textEdit);
  }
  return written;
}

function writeEdit(text: string, contents: Node | null, edit: DesignEdit): TextEdit | undefined {
  switch (edit.kind) {
    case 'set':
      return setEdit(text, contents, edit.path, edit.value);
    case 'insert':
      return insertEdit(text, contents, edit.path, edit.value);
    case 'remove':
      return removeEdit(text, contents, edit.path);
    case 'rename': {
      const key = placeAt(contents, edit.path)?.pair?.key as Node | undefined;
      const [start, end] = key?.range ?? [];
      return start === undefined || end === undefined ? undefined : { range: { start, end }, newText: edit.key };
    }
  }
}
