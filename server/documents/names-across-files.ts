import { declarationsOf, type Name } from '@aurora-blueprint/core/editing/names/name.ts';
import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nextTurnOf } from '../turns.ts';
import type { Analysis } from './analysis.ts';
import type { Analyzer } from './analyzer.ts';
import { namesOf } from './names-of.ts';
import { pathOfUri, uriOfFile } from './uri-of-file.ts';
import { sqlFile, type WorkspaceFiles } from './workspace-files.ts';

/** A name in one file. */
export interface NameInFile {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly name: Name;
}

export interface FilesAtHand {
  readonly documents: TextDocuments<TextDocument>;
  readonly analyzer: Analyzer;
  readonly workspaceFiles: WorkspaceFiles;
}

/**
 * The same name in other files: a SageMaker endpoint stands in the design that declares it and in the SQL files that
 * this design governs, a function of SQL in the files that belong together. All other names stay in their file. Fails
 * when the request is cancelled, or when the file is edited meanwhile.
 */
export async function sameNameElsewhere(
  files: FilesAtHand,
  { uri, analysis, name }: NameInFile,
  token: CancellationToken,
): Promise<readonly NameInFile[]> {
  if (name.kind === 'sqlFunction') await files.analyzer.lookAtSqlFiles(token);
  const { paths, designPath } = whereElse(files, { uri, analysis, name }, token);
  const found: NameInFile[] = [];
  for (const path of new Set(paths)) {
    const other = uriOfFile(files.documents, path);
    if (other === uri) continue;
    await nextTurnOf(token);
    const known = files.analyzer.analyzeFile(path);
    if (known === undefined || (known.kind === 'sql' && known.governing?.path !== designPath)) continue;
    const same = namesOf(known).names.find((one) => isSame(one, name));
    if (same !== undefined) found.push({ uri: other, analysis: known, name: same });
  }
  if (files.analyzer.analyze(uri)?.text !== analysis.text) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text was edited.');
  }
  return found;
}

/** The files in which a name may stand, and the design that governs them. */
function whereElse(
  files: FilesAtHand,
  { uri, analysis, name }: NameInFile,
  token: CancellationToken,
): { readonly paths: readonly string[]; readonly designPath?: string | undefined } {
  const designPath = analysis.kind === 'sql' ? analysis.governing?.path : pathOfUri(uri);
  if (name.kind === 'sqlFunction' && analysis.kind === 'sql') {
    return { paths: files.analyzer.sqlFilesTogetherWith(uri, analysis), designPath };
  }
  const isEndpoint = name.kind === 'sageMakerEndpoint' && designPath !== undefined;
  return { paths: isEndpoint ? [designPath, ...sqlFiles(files, token)] : [], designPath };
}

/** Functions of SQL of one name are others where their schemas differ. */
function isSame(one: Name, other: Name): boolean {
  const isOfScope = one.kind !== 'sqlFunction' || one.scope === other.scope;
  return one.kind === other.kind && one.text === other.text && isOfScope;
}

/** The name where it is declared: in its own file, or in the design that governs it. */
export function declaring(all: readonly NameInFile[]): NameInFile | undefined {
  return all.find(({ name }) => declarationsOf(name).length > 0);
}

/** The SQL files of the workspace and those that are open. */
function sqlFiles({ documents, workspaceFiles }: FilesAtHand, token: CancellationToken): readonly string[] {
  const open = documents.all().filter(({ languageId, uri }) => languageId === 'sql' || uri.endsWith('.sql'));
  return [...open.flatMap(({ uri }) => pathOfUri(uri) ?? []), ...workspaceFiles.named(sqlFile, token)];
}
