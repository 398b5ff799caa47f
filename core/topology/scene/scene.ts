import type { TextStyle } from './text-width.ts';

/** What a colour means; the theme decides how it looks. */
export type Tone =
  | 'bg'
  | 'ink'
  | 'ink-2'
  | 'line'
  | 'edge'
  | 'hair'
  | 'lit'
  | 'base'
  | 'fill'
  | 'cell'
  | 'accent'
  | 'on-accent'
  | 'stop'
  | 'warn';

/** A sign of 16 by 16 pixels. */
export type GlyphName =
  | 'writer'
  | 'reader'
  | 'reader-away'
  | 'writer-away'
  | 'member'
  | 'member-away'
  | 'moon'
  | 'cross'
  | 'circular-arrow'
  | 'octagon'
  | 'triangle'
  | 'circle'
  | 'check'
  | 'segment-complete'
  | 'segment-empty'
  | 'ring-complete'
  | 'ring-failed'
  | 'ring-empty';

/** An area with an edge; `hatched` lies over the fill. */
export interface RectNode {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Which corners are round; all unless said otherwise. */
  readonly round?: 'top';
  readonly fill?: Tone;
  readonly hatched?: 'line' | 'stop';
  readonly edge?: Tone;
  readonly dash?: 'dashed' | 'dotted';
}

/** One line of text; `y` is its baseline. A `?` in it stands for a value that is unknown. */
export interface TextNode {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly tone: Tone;
  readonly anchor?: 'middle' | 'end';
}

export interface GlyphNode {
  readonly kind: 'glyph';
  readonly name: GlyphName;
  /** Upper left corner of its 16 by 16 pixels. */
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through points, its corners rounded. */
export interface LineNode {
  readonly kind: 'line';
  readonly key: string;
  readonly points: readonly Point[];
  readonly tone: Tone;
  readonly weight: 'hairline' | 'regular' | 'strong';
  readonly dash?: 'dashed' | 'dotted';
  /** A dot where it begins. */
  readonly dot?: boolean;
  readonly end?: 'arrow' | 'stop';
  /** Corners stay corners. */
  readonly sharp?: boolean;
  /** Whether lines drawn before have a gap where this one crosses them. */
  readonly halo?: boolean;
}

/** One lane of the volume: `count` cells in rows of `columns`, each `pitch` pixels wide and high. */
export interface CellsNode {
  readonly kind: 'cells';
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly count: number;
  readonly pitch: number;
  readonly tone: Tone;
}

/** A place of its own: its children stand inside it, at coordinates that count from its upper left corner. */
export interface BoxNode {
  readonly kind: 'box';
  /** The same key means the same thing, before and after a change. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Words without an area of their own. */
  readonly bare?: boolean;
  /** Path in the design that it shows. */
  readonly path?: string;
  /** What it is called in full, for hover and for those who listen; only things that can be chosen have one. */
  readonly name?: string;
  readonly children: readonly SceneNode[];
}

export type SceneNode = RectNode | TextNode | GlyphNode | LineNode | CellsNode | BoxNode;

/** A picture laid out: every coordinate a whole number of pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly children: readonly SceneNode[];
}
