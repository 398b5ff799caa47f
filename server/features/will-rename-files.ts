import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { known } from '@aurora-blueprint/core/design/node.ts';
import { readScenarioFile } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import { designFileOf, placeOfNamedDesign } from '@aurora-blueprint/core/sql/dialect.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { Range } from '@aurora-blueprint/core/text/range.ts';
import type { FileRename, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { textOfFile } from '../documents/text-of-file.ts';
import { uriOfFile } from '../documents/uri-of-file.ts';
import { sqlFile } from '../documents/workspace-files.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const filters = ['**/*.aurora.{yaml,yml}', '**/*.scenario.{yaml,yml}', '**/*.sql'].map((glob) => ({
  scheme: 'file',
  pattern: { glob },
}));
/** The files that name designs. */
const naming = /\.(sql|scenario\.ya?ml)$/i;
const folders = { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } };

/** `workspace/willRenameFiles`: SQL and scenarios go on naming their design when one of the two, or a folder above, moves. */
export const willRenameFiles: Feature = {
  capabilities: () => ({ workspace: { fileOperations: { willRename: { filters: [...filters, folders] } } } }),
  register: ({ connection, documents, workspaceFiles }) => {
    connection.workspace.onWillRenameFiles(({ files }, token): WorkspaceEdit | null => {
      const open = documents.keys().filter((uri) => uri.startsWith('file:') && naming.test(uri));
      const paths = new Set([...open.map((uri) => fileURLToPath(uri)), ...workspaceFiles.named(naming, token)]);
      const changes: NonNullable<WorkspaceEdit['changes']> = {};
      for (const path of paths) {
        if (token.isCancellationRequested) return null;
        const uri = uriOfFile(documents, path);
        const text = documents.get(uri)?.getText() ?? textOfFile(path);
        const edits = text === undefined ? [] : editsOf(text, path, (old) => pathAfter(old, files));
        if (edits.length > 0) changes[uri] = edits;
      }
      return Object.keys(changes).length === 0 ? null : { changes };
    });
  },
};

/** Where a file will be; where it is when nothing moves it. */
function pathAfter(path: string, renames: readonly FileRename[]): string {
  for (const { oldUri, newUri } of renames) {
    const [from, to] = [fileURLToPath(oldUri), fileURLToPath(newUri)];
    if (path === from) return to;
    if (path.startsWith(from + sep)) return to + path.slice(from.length);
  }
  return path;
}

/** The edits with which a text names its designs where these will be; none where what stands there still leads to them. */
function editsOf(text: string, path: string, after: (path: string) => string): TextEdit[] {
  const isSql = sqlFile.test(path);
  const inSql = placeOfNamedDesign(text);
  const places = isSql ? (inSql === undefined ? [] : [inSql]) : placesOfDesigns(text);
  return places.flatMap((range) => {
    const named = text.slice(range.start, range.end);
    const design = resolve(dirname(path), named);
    const [newPath, newDesign] = [after(path), after(design)];
    if (!existsSync(design) || resolve(dirname(newPath), named) === newDesign) return [];
    const way = relative(dirname(newPath), newDesign).split(sep).join('/');
    // The comment of SQL ends a path at the first blank.
    if (isSql && /\s/.test(way)) return [];
    return toProtocolEdit(new LineIndex(text), { range, newText: way.startsWith('.') ? way : `./${way}` });
  });
}

/** Where the documents of a scenario file name files, without quotes and without what stands behind `#`. */
function placesOfDesigns(text: string): readonly Range[] {
  const nowhere = { named: () => ({ missing: 'file', names: [] }) as const, names: () => [] };
  return readScenarioFile(text, nowhere).documents.flatMap(({ beside, locator }) => {
    const name = beside && known(beside.name);
    const place = beside && locator.placeOf(beside.name.path)?.value;
    if (name === undefined || place === undefined) return [];
    const start = text.indexOf(name, place.start);
    return start < 0 || start > place.start + 1 ? [] : { start, end: start + designFileOf(name).path.length };
  });
}
