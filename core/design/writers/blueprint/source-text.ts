import type { Node } from 'yaml';
import type { Path } from '../../path.ts';

/** The text that is edited, with its syntax tree. */
export interface SourceText {
  readonly text: string;
  readonly contents: Node | null;
  /** Whether the design has something at a path, also where it came through an alias or a merge key. */
  readonly isWritten: (path: Path) => boolean;
  /** The keys of the mapping at a path in the order in which they belong; empty where any order will do. */
  readonly keysAt: (path: Path) => readonly string[];
}
