import { dirname, relative, resolve, sep } from 'node:path';
import { clustersOf, type Design } from '@aurora-blueprint/core/design/design.ts';
import { known } from '@aurora-blueprint/core/design/node.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import { designFileOf } from '@aurora-blueprint/core/sql/dialect.ts';
import type { UndecidedDesign } from '@aurora-blueprint/core/sql/governing-design.ts';
import type { DesignFiles } from './design-files.ts';
import type { DesignInFile } from './design-in-file.ts';
import { foldersAbove } from './folders.ts';

/** Who names the design that governs an SQL file, and how. */
export interface NamedDesign {
  /** A path, and behind `#` which of several designs of that file. */
  readonly named: string;
  readonly by: 'comment' | 'setting';
  /** The folder from which the path leads. */
  readonly from: string;
}

export interface GoverningSearch {
  /** File of the SQL text. */
  readonly sqlPath: string;
  /** Folder at which the search upwards ends. */
  readonly root: string | undefined;
  readonly named: NamedDesign | undefined;
  /** The dialect of the file where it is known without a design. */
  readonly dialect: SqlDialect | undefined;
  readonly designs: DesignFiles;
}

/** The design that governs a file, or why none does. */
export interface Governance {
  readonly governing?: DesignInFile | undefined;
  readonly undecided?: UndecidedDesign | undefined;
}

/**
 * Finds the design that governs an SQL file: the one that a person names, or the nearest one of its dialect in its folder
 * and those above, be it of a blueprint or of a cluster of a template. Where two are equally near, none governs.
 */
export function findGoverningDesign(search: GoverningSearch): Governance {
  if (search.named !== undefined) return findNamed(search.named, search);
  const nearest = nearestDesigns(search);
  if (nearest.length > 1) return undecided('equallyNear', undefined, nearest, search);
  return { governing: nearest[0] };
}

function findNamed(by: NamedDesign, search: GoverningSearch): Governance {
  const { path, of } = designFileOf(by.named);
  const file = resolve(by.from, path);
  const inFile = search.designs.of(file);
  const meant = of === undefined ? inFile : inFile.filter(({ name }) => name === of);
  const spoken = meant.length > 1 ? meant.filter(speaking(search.dialect)) : meant;
  if (spoken.length === 1) return { governing: spoken[0] };
  if (meant.length > 1) return undecided('equallyNear', by, spoken.length > 0 ? spoken : meant, search);
  const others = inFile.length > 0 ? inFile : [...search.designs.in(dirname(file)), ...nearestDesigns(search)];
  return undecided('notFound', by, others.filter(speaking(search.dialect)), search);
}

/** The designs of the dialect in the nearest folder that has one. */
function nearestDesigns({ sqlPath, root, dialect, designs }: GoverningSearch): readonly DesignInFile[] {
  for (const folder of foldersAbove(sqlPath, root)) {
    const found = withoutExports(designs.in(folder).filter(speaking(dialect)));
    if (found.length > 0) return found;
  }
  return [];
}

function speaking(dialect: SqlDialect | undefined) {
  return ({ design }: DesignInFile) =>
    dialect === undefined || (design !== undefined && known(design.engine) === `aurora-${dialect}`);
}

/** A template of a cluster that a blueprint beside it describes was made of that, or will be: the blueprint counts. */
function withoutExports(designs: readonly DesignInFile[]): readonly DesignInFile[] {
  const described = new Set(
    designs.flatMap(({ logicalId, design }) => (logicalId === undefined && design ? identifiersOf(design) : [])),
  );
  return designs.filter(({ logicalId, design }) => {
    return logicalId === undefined || design === undefined || !identifiersOf(design).some((one) => described.has(one));
  });
}

/** What decides which SQL a design governs, beside its place. */
export function bearingOf(design: Design): readonly unknown[] {
  return [known(design.engine), ...identifiersOf(design)];
}

/** The identifiers of the clusters of a design; the name of the design is that of a cluster without one. */
function identifiersOf(design: Design): readonly string[] {
  const identifiers = clustersOf(design).map(({ clusterIdentifier }) => {
    return clusterIdentifier.presence === 'absent' ? known(design.name) : known(clusterIdentifier);
  });
  return identifiers.filter((one) => one !== undefined);
}

function undecided(
  kind: UndecidedDesign['kind'],
  named: NamedDesign | undefined,
  designs: readonly DesignInFile[],
  { sqlPath }: GoverningSearch,
): Governance {
  const names = designs.map(({ path, name }) => {
    const isAlone = designs.every((other) => other.path !== path || other.name === name);
    const way = wayFrom(dirname(sqlPath), path);
    return isAlone ? way : `${way}#${name}`;
  });
  return {
    undecided: { kind, named: named?.named ?? '', by: named?.by ?? 'nobody', names: [...new Set(names)] },
  };
}

/** A path as a `-- aurora:` line writes it. */
function wayFrom(folder: string, path: string): string {
  const way = relative(folder, path).split(sep).join('/');
  return way.startsWith('.') ? way : `./${way}`;
}
