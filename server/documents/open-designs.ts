import type { Analysis } from './analysis.ts';
import type { DesignFiles } from './design-files.ts';
import { bearingOf } from './governing-design.ts';
import { pathOfUri } from './uri-of-file.ts';

/** What an edit does to the SQL that the designs of a document govern. */
export type Bearing =
  /** The document has no designs, and had none. */
  | 'none'
  /** Something else holds for the SQL that they govern. */
  | 'sameSql'
  /** They may govern other SQL than before. */
  | 'otherSql';

/** The open documents that hold designs, with what decides which SQL these govern. */
export class OpenDesigns {
  readonly #designs: DesignFiles;
  readonly #deciding = new Map<string, string>();

  constructor(designs: DesignFiles) {
    this.#designs = designs;
  }

  get uris(): readonly string[] {
    return [...this.#deciding.keys()];
  }

  /** A document has changed, or is closed and has no analysis any more. */
  changed(uri: string, analysis: Analysis | undefined): Bearing {
    const before = this.#deciding.get(uri);
    const path = pathOfUri(uri);
    this.#deciding.delete(uri);
    if (path === undefined || analysis === undefined || analysis.kind === 'sql' || analysis.kind === 'scenarios') {
      return before === undefined ? 'none' : 'otherSql';
    }
    const designs = this.#designs.of(path);
    const deciding = JSON.stringify(designs.map(({ name, design }) => [name, design && bearingOf(design)]));
    this.#deciding.set(uri, deciding);
    return deciding === before ? 'sameSql' : 'otherSql';
  }
}
