import { dirname, resolve } from 'node:path';
import type { Design } from '@aurora-blueprint/core/design/design.ts';
import { known } from '@aurora-blueprint/core/design/node.ts';
import type { Blueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import { blueprintsAbove } from './blueprint-files.ts';

/** The design whose limits and roles hold for an SQL file. */
export interface GoverningDesign {
  /** File of the blueprint. */
  readonly path: string;
  readonly design: Design;
}

export interface GoverningSearch {
  /** File of the SQL text. */
  readonly sqlPath: string;
  /** Folder at which the search upwards ends. */
  readonly root: string | undefined;
  /** Blueprint that the SQL text names itself, relative to its file. */
  readonly named: string | undefined;
  /** The dialect of the file where it is known without a design. */
  readonly dialect: SqlDialect | undefined;
  /** Reads a blueprint: the open document first, then the file. */
  readonly read: (path: string) => Blueprint | undefined;
}

/**
 * Finds the design that governs an SQL file: the one it names, or the nearest one of its dialect in its folder and
 * those above. Where two are equally near, none governs.
 */
export function findGoverningDesign(search: GoverningSearch): GoverningDesign | undefined {
  if (search.named !== undefined) return readDesign(resolve(dirname(search.sqlPath), search.named), search);
  for (const paths of blueprintsAbove(search.sqlPath, search.root)) {
    const candidates = paths
      .map((path) => readDesign(path, search))
      .filter((candidate) => candidate !== undefined && speaks(candidate.design, search.dialect));
    if (candidates.length > 0) return candidates.length === 1 ? candidates[0] : undefined;
  }
  return undefined;
}

function readDesign(path: string, { read }: GoverningSearch): GoverningDesign | undefined {
  const design = read(path)?.documents[0]?.design;
  return design === undefined ? undefined : { path, design };
}

function speaks(design: Design, dialect: SqlDialect | undefined): boolean {
  const engine = known(design.engine);
  return dialect === undefined || engine === `aurora-${dialect}`;
}
