import type { CellsNode, Tone } from '../scene/scene.ts';
import { laneHeight } from './tower-rows.ts';

/** How the protection groups of a volume lie in every lane: the same group at the same place in all six. */
export interface LaneGrid {
  readonly columns: number;
  readonly count: number;
  readonly pitch: number;
  /** Groups that one cell stands for; more than one only where a lane has no room for all. */
  readonly groupsPerCell: number;
}

const largestPitch = 6;

/** The grid for `groups` groups in a lane of `width`: the largest cells that keep the lane within its height. */
export function laneGrid(groups: number, width: number): LaneGrid {
  for (let pitch = largestPitch; pitch > 1; pitch -= 1) {
    const columns = Math.max(1, Math.floor(width / pitch));
    if (Math.ceil(groups / columns) * pitch <= laneHeight) return { columns, count: groups, pitch, groupsPerCell: 1 };
  }
  const columns = Math.max(1, width);
  const groupsPerCell = Math.max(1, Math.ceil(groups / (columns * laneHeight)));
  return { columns, count: Math.ceil(groups / groupsPerCell), pitch: 1, groupsPerCell };
}

/** The cells of one lane. */
export function laneCells(grid: LaneGrid, x: number, y: number, tone: Tone): CellsNode {
  const { columns, count, pitch } = grid;
  return { kind: 'cells', x, y, columns, count, pitch, tone };
}

/** Middle of the cell of a group, counted from the upper left corner of its lane. */
export function cellOf(grid: LaneGrid, group: number): { readonly x: number; readonly y: number } {
  const cell = Math.min(grid.count - 1, Math.floor(group / grid.groupsPerCell));
  const half = Math.floor(grid.pitch / 2);
  return { x: (cell % grid.columns) * grid.pitch + half, y: Math.floor(cell / grid.columns) * grid.pitch + half };
}
