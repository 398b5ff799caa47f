import type { GoverningDesign } from '@aurora-blueprint/core/sql/governing-design.ts';

/** One of the designs of a file. */
export interface DesignInFile extends GoverningDesign {
  readonly path: string;
  /** What tells it from the others of the file: the name of a blueprint, the logical id of a cluster. */
  readonly name: string;
}
