/** Something of the design that a group shows. */
export interface Thing {
  readonly path: string;
  /** What it is called in full. */
  readonly name: string;
  /** Where the line around it runs, counted from the group's own corner. */
  readonly ring: Ring;
}

/** The line around a thing that is chosen. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** An SVG element. Colours are classes (`fill-ink`, `stroke-edge`), so that a theme or a palette gives them. */
export interface DrawnElement {
  readonly tag: string;
  /** The same key means the same thing, before and after a change. */
  readonly key?: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (DrawnElement | string)[];
  /** Set on the group of a thing that can be chosen. */
  readonly thing?: Thing;
}

/** An element without a key. */
export function element(
  tag: string,
  attributes: DrawnElement['attributes'],
  children: DrawnElement['children'] = [],
): DrawnElement {
  return { tag, attributes, children };
}
