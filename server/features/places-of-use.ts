import type { CancellationToken, Location } from 'vscode-languageserver';
import type { UsingStatement } from '../documents/sql-uses.ts';
import { pathOfUri, uriOfFile } from '../documents/uri-of-file.ts';
import type { ServerContext } from './feature.ts';

/** The places where statements use something of a design, and how many statements that are. */
export interface PlacesOfUse {
  readonly statements: number;
  readonly places: readonly Location[];
}

/** Where the SQL that a design governs uses what is wanted of it. */
export async function placesOfUse(
  { analyzer, documents }: ServerContext,
  design: { readonly uri: string; readonly name: string },
  isWanted: (use: UsingStatement['uses'][number]) => boolean,
  token: CancellationToken,
): Promise<PlacesOfUse> {
  const path = pathOfUri(design.uri);
  const using = path === undefined ? [] : ((await analyzer.uses.of({ path, name: design.name }, token)) ?? []);
  const wanted = using.filter(({ uses }) => uses.some(isWanted));
  const places = wanted.flatMap(({ path: sqlPath, uses }) => {
    const uri = uriOfFile(documents, sqlPath);
    return uses.filter(isWanted).map(({ range }) => ({ uri, range }));
  });
  return { statements: wanted.length, places };
}
