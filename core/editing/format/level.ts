/** A column as it was, and as it becomes. */
export interface Columns {
  readonly was: number;
  readonly column: number;
}

/** A collection that is open while a text is gone through, with the column of its entries. */
export interface Level extends Columns {
  /** The collection that holds it; undefined outside of all. */
  readonly outer: Level | undefined;
  /** How far the block collection around it moves, and with it lines of which only the distance to it counts. */
  readonly shift: number;
  /** The first column that is further in than that block collection. */
  readonly inside: number;
}

/** Outside of all collections. */
export const outermost: Level = { was: -1, column: -1, outer: undefined, shift: 0, inside: 0 };

export function blockLevel(was: number, column: number, outer: Level): Level {
  return { was, column, outer, shift: column - was, inside: column + 1 };
}

/** In brackets or braces, whose lines may stand anywhere as long as they are inside the block around them. */
export function flowLevel(was: number, column: number, outer: Level): Level {
  return { ...outer, was, column, outer };
}

/** The collections that are open at a level, the innermost first. */
export function openLevels(level: Level): readonly Level[] {
  const open: Level[] = [];
  for (let at: Level | undefined = level; at !== undefined; at = at.outer) if (at.was >= 0) open.push(at);
  return open;
}
