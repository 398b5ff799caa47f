import type { Design } from '@aurora-blueprint/core/design/design.ts';
import { known } from '@aurora-blueprint/core/design/node.ts';
import type { GoverningDesign } from '@aurora-blueprint/core/sql/governing-design.ts';

/** One of the designs of a file. */
export interface DesignInFile extends GoverningDesign {
  readonly path: string;
  /** What tells it from the others of the file: the name of a blueprint, the logical id of a cluster. */
  readonly name: string;
  /** Set where the text of the file is no YAML in places, so that a part of the design may be hidden. */
  readonly isBroken?: boolean;
}

/** What tells a design of a blueprint from the others of its file: its name, otherwise its number. */
export function nameOfDesign(design: Design, index: number): string {
  return known(design.name) ?? `${index + 1}`;
}
