import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeOfNamedDesign } from '@aurora-blueprint/core/sql/dialect.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { FileRename, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { textOfFile } from '../documents/text-of-file.ts';
import { uriOfFile } from '../documents/uri-of-file.ts';
import { sqlFile } from '../documents/workspace-files.ts';
import { toProtocolEdit } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const filters = ['**/*.aurora.{yaml,yml}', '**/*.sql'].map((glob) => ({ scheme: 'file', pattern: { glob } }));
const folders = { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } };

/** `workspace/willRenameFiles`: SQL goes on naming its design when one of the two, or a folder above, moves. */
export const willRenameFiles: Feature = {
  capabilities: () => ({ workspace: { fileOperations: { willRename: { filters: [...filters, folders] } } } }),
  register: ({ connection, documents, workspaceFiles }) => {
    connection.workspace.onWillRenameFiles(({ files }, token): WorkspaceEdit | null => {
      const open = documents.keys().filter((uri) => uri.startsWith('file:') && uri.endsWith('.sql'));
      const paths = new Set([...open.map((uri) => fileURLToPath(uri)), ...workspaceFiles.named(sqlFile, token)]);
      const changes: NonNullable<WorkspaceEdit['changes']> = {};
      for (const path of paths) {
        if (token.isCancellationRequested) return null;
        const uri = uriOfFile(documents, path);
        const text = documents.get(uri)?.getText() ?? textOfFile(path);
        const edit = text === undefined ? undefined : editOf(text, path, (old) => pathAfter(old, files));
        if (edit !== undefined) changes[uri] = [edit];
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

/** The edit with which an SQL text names its design where that will be; undefined when what stands there still leads to it. */
function editOf(text: string, path: string, after: (path: string) => string): TextEdit | undefined {
  const range = placeOfNamedDesign(text);
  if (range === undefined) return undefined;
  const named = text.slice(range.start, range.end);
  const design = resolve(dirname(path), named);
  const [newPath, newDesign] = [after(path), after(design)];
  const isHere = existsSync(design);
  if (!isHere || resolve(dirname(newPath), named) === newDesign) return undefined;
  const way = relative(dirname(newPath), newDesign).split(sep).join('/');
  // The comment ends a path at the first blank.
  if (/\s/.test(way)) return undefined;
  return toProtocolEdit(new LineIndex(text), { range, newText: way.startsWith('.') ? way : `./${way}` });
}
