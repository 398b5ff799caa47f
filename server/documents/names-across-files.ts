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
 * this design governs. All other names stay in their file. Fails when the request is cancelled, or when the file is
 * edited meanwhile.
 */
export async function sameNameElsewhere(
  files: FilesAtHand,
  { uri, analysis, name }: NameInFile,
  token: CancellationToken,
): Promise<readonly NameInFile[]> {
  if (name.kind !== 'sageMakerEndpoint') return [];
  const designPath = analysis.kind === 'sql' ? analysis.governing?.path : pathOfUri(uri);
  if (designPath === undefined) return [];
  const paths = [designPath, ...sqlFiles(files, token)];
  const found: NameInFile[] = [];
  for (const path of new Set(paths)) {
    const other = uriOfFile(files.documents, path);
    if (other === uri) continue;
    await nextTurnOf(token);
    const known = files.analyzer.analyzeFile(path);
    if (known === undefined || (known.kind === 'sql' && known.governing?.path !== designPath)) continue;
    const same = namesOf(known).names.find((one) => one.kind === name.kind && one.text === name.text);
    if (same !== undefined) found.push({ uri: other, analysis: known, name: same });
  }
  if (files.analyzer.analyze(uri) !== analysis) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text was edited.');
  }
  return found;
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
