import { declarationsOf, type Name, type NameKind } from '@aurora-blueprint/core/editing/names/name.ts';
import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nextTurnOf } from '../turns.ts';
import type { Analysis } from './analysis.ts';
import type { Analyzer } from './analyzer.ts';
import { namesOf } from './names-of.ts';
import { pathOfUri, uriOfFile } from './uri-of-file.ts';
import { scenarioFile, sqlFile, type WorkspaceFiles } from './workspace-files.ts';

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
 * this design governs, a function of SQL in the files that belong together, what scenarios can name in a design and in
 * the scenario files that name this. All other names stay in their file. Fails when the request is cancelled, or when the
 * file is edited meanwhile.
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
    // Several documents of a scenario file may name one design.
    if (other === uri && analysis.kind !== 'scenarios') continue;
    await nextTurnOf(token);
    const known = files.analyzer.analyzeFile(path);
    if (known === undefined || (known.kind === 'sql' && known.governing?.path !== designPath)) continue;
    const meant = { analysis, name, path: pathOfUri(uri) };
    const same = namesOf(known).names.filter((one) => isSame({ analysis: known, name: one, path }, meant));
    found.push(...same.filter((one) => one !== name).map((one) => ({ uri: other, analysis: known, name: one })));
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
  if (namedByScenarios.has(name.kind) && analysis.kind !== 'sql') {
    const [design] = designOf({ analysis, name, path: pathOfUri(uri) }) ?? [];
    return { paths: design === undefined ? [] : [design, ...scenarioFiles(files, token)] };
  }
  const designPath = analysis.kind === 'sql' ? analysis.governing?.path : pathOfUri(uri);
  if (name.kind === 'sqlFunction' && analysis.kind === 'sql') {
    return { paths: files.analyzer.sqlFilesTogetherWith(uri, analysis), designPath };
  }
  const isEndpoint = name.kind === 'sageMakerEndpoint' && designPath !== undefined;
  return { paths: isEndpoint ? [designPath, ...sqlFiles(files, token)] : [], designPath };
}

/** What scenarios can name in a design, as it stands there. */
const namedByScenarios: ReadonlySet<NameKind> = new Set([
  'instance',
  'endpoint',
  'snapshot',
  'region',
  'availabilityZone',
]);

interface PlacedName {
  readonly analysis: Analysis;
  readonly name: Name;
  readonly path: string | undefined;
}

function isSame(one: PlacedName, other: PlacedName): boolean {
  if (one.name.kind !== other.name.kind || one.name.text !== other.name.text) return false;
  // Functions of SQL of one name are others where their schemas differ.
  if (one.name.kind === 'sqlFunction') return one.name.scope === other.name.scope;
  if (!namedByScenarios.has(one.name.kind)) return true;
  const design = designOf(one);
  return design !== undefined && `${design}` === `${designOf(other)}`;
}

/** The file and the number of the design that a name belongs to; undefined for what is known in its scenario alone. */
function designOf({ analysis, name: { scope }, path }: PlacedName): readonly [path: string, index: number] | undefined {
  const index = /^\d+$/.test(scope) ? Number(scope) : -1;
  if (analysis.kind === 'blueprint') return path === undefined || index < 0 ? undefined : [path, index];
  if (analysis.kind !== 'scenarios') return undefined;
  const [design, named] = [analysis.designPaths[index], analysis.blueprint.documents[index]?.beside?.named];
  return design === undefined || named === undefined || 'missing' in named ? undefined : [design, named.index];
}

/** The scenario files of the workspace and those that are open. */
function scenarioFiles({ documents, workspaceFiles }: FilesAtHand, token: CancellationToken): readonly string[] {
  const open = documents.all().flatMap(({ uri }) => pathOfUri(uri) ?? []);
  return [...open.filter((path) => scenarioFile.test(path)), ...workspaceFiles.named(scenarioFile, token)];
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
