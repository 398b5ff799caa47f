import type { Design } from '../../design/design.ts';
import type { Path } from '../../design/path.ts';

/** What a hint tells; people can switch each kind off. */
export type HintKind = 'localTime' | 'promotion' | 'capacity' | 'growth' | 'defaults';

/** Something that follows from a design and is written nowhere. */
export interface Hint {
  readonly kind: HintKind;
  /** It stands behind the value at this path, or behind its key. */
  readonly path: Path;
  readonly at: 'key' | 'value';
  /** A few words: VS Code cuts the hints of a line at 43 characters. */
  readonly text: string;
  /** One sentence more, for whoever rests on it. */
  readonly tooltip: string;
}

/** Finds the hints of one kind in a design. Nothing is said of what is unknown. */
export type HintSource = (design: Design) => readonly Hint[];
