import { glyph, text } from '../scene/caption.ts';
import type { BoxNode, SceneNode } from '../scene/scene.ts';
import type { ClusterView } from '../views/cluster-view.ts';
import { cardInset } from './card-measures.ts';
import { type Focus, focusOf, ringFor, segmentCell, segmentNames } from './group-in-focus.ts';
import type { PlacedCluster, PlacedPillar } from './placed-cluster.ts';
import { type BaseRows, baseRows } from './tower-rows.ts';
import { volumeWords } from './volume-caption.ts';
import { cellOf, laneCells, laneGrid } from './volume-lanes.ts';

/** The volume: the base on which the three AZs stand, with two lanes of segments under each. */
export function layOutBase({ view, rows, pillars }: PlacedCluster): BoxNode {
  const standing = pillars.filter((pillar) => pillar.view.picture.kind === 'volume');
  const columns = standing.map(({ column }) => column);
  const x = columns[0]?.x ?? 0;
  const gap = (columns[1]?.x ?? 0) - (columns[0]?.x ?? 0) - (columns[0]?.width ?? 0);
  const last = columns.at(-1) ?? { x: 0, width: 0 };
  const width = last.x + last.width - x;
  const height = rows.baseBottom - rows.baseTop;
  const parts = baseRows(columns);
  const focus = view.state && focusOf(view.state);
  const words = volumeWords(view);
  const children: SceneNode[] = [{ kind: 'rect', x: 0, y: 0, width, height, radius: 8, fill: 'base' }];
  for (const [index, pillar] of standing.entries()) {
    children.push(...third(view, pillar, index, { x: pillar.column.x - x, height, gap, parts, focus }));
  }
  const focusName =
    focus === undefined ? [] : [`${focus.label}: ${focus.complete} of 6 copies, a write needs ${focus.needs}`];
  return {
    kind: 'box',
    key: `${view.picture.path}/volume`,
    x,
    y: rows.baseTop,
    width,
    height,
    radius: 8,
    path: view.picture.volume.path,
    name: [...words.map((word) => word.text), ...focusName].join(', '),
    children,
  };
}

interface Third {
  /** Left edge of the pillar, counted from that of the base. */
  readonly x: number;
  readonly height: number;
  readonly gap: number;
  readonly parts: BaseRows;
  readonly focus: Focus | undefined;
}

/** The part of the base under one AZ: two lanes, and the two segments of the group in focus. */
function third(view: ClusterView, { column, view: pillar }: PlacedPillar, index: number, place: Third): SceneNode[] {
  const { x, height, gap, parts, focus } = place;
  const inset = cardInset(column.width);
  const gridX = x + inset + 22;
  const grid = laneGrid(view.picture.volume.groups ?? 0, column.width - 2 * inset - 28);
  const isDark = pillar.darkFor !== undefined;
  const nodes: SceneNode[] = isDark ? [darkThird(index, x, column.width, gap, height)] : [];
  const segmentWidth = Math.floor((column.width - 2 * inset - 8) / 2);
  for (const [lane, top] of parts.lanes.entries()) {
    const segment = index + lane * 3;
    const name = segmentNames[segment] ?? '';
    const span = focus?.segments[segment];
    nodes.push(
      text(x + inset + 6, top + 6, name, 'small', 'ink-2'),
      laneCells(grid, gridX, top, isDark ? 'fill' : 'cell'),
    );
    if (span === undefined || focus === undefined) continue;
    if (focus.group !== undefined) {
      const cell = cellOf(grid, focus.group);
      const ring = ringFor(span.state);
      nodes.push(glyph(ring.name, gridX + cell.x, top + cell.y, ring.tone));
    }
    const cellX = x + inset + lane * (segmentWidth + 8);
    const area = { x: cellX, y: parts.segments, width: segmentWidth, height: parts.segmentHeight };
    nodes.push(...segmentCell(name, span, view.state?.now ?? 0, area));
  }
  return nodes;
}

/** Half of the gap on each side belongs to it, but nothing beyond the base. */
function darkThird(index: number, x: number, width: number, gap: number, height: number): SceneNode {
  const left = index === 0 ? x : x - gap / 2;
  const right = x + width + (index === 2 ? 0 : gap / 2);
  return {
    kind: 'rect',
    x: left,
    y: 0,
    width: right - left,
    height,
    radius: 8,
    fill: 'bg',
    edge: 'line',
    dash: 'dashed',
  };
}
