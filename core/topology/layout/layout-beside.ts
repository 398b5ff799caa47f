import { countOf } from '../../text/quantity.ts';
import { text } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import type { ClusterView } from '../views/cluster-view.ts';
import { type Column, columnsOfWidths, type Frame } from './frame.ts';
import type { Marks } from './marks.ts';
import { placeCluster } from './placed-cluster.ts';
import { arrowBetween, trunk } from './replication.ts';
import { labelsInColumn, layOutSecondary, withOccupiedPillars } from './secondary.ts';
import { secondaryGap, secondaryRow, secondaryRowHeight } from './secondary-list.ts';
import { secondaryVolume } from './secondary-volume.ts';
import { layOutTower } from './tower.ts';
import { headerHeight, type TowerRows, towerRows } from './tower-rows.ts';

/** A part of the picture and where it ends. */
export interface Laid {
  readonly children: readonly SceneNode[];
  readonly bottom: number;
}

/** Columns of the primary, and to their right those of the secondaries. */
export interface BesideColumns {
  readonly primary: readonly Column[];
  readonly secondary: readonly Column[];
}

/** Room for the arrow between two bases. */
const arrowRoom = 84;
const narrowestBeside = 150;
/** Room for the name of a Region, two glyphs and a word. */
const narrowestList = 240;
/** The volume stands under the first three pillars. */
const volumePillars = 3;

/** Columns for secondaries beside the primary; undefined when the panel has no room for them, or there are none. */
export function besideColumns(
  primary: ClusterView,
  secondaries: readonly ClusterView[],
  frame: Frame,
): BesideColumns | undefined {
  const [first, ...more] = secondaries;
  if (!frame.wide || first === undefined) return undefined;
  const own = primary.pillars.length;
  const theirs = more.length > 0 ? 1 : Math.max(1, withOccupiedPillars(first).pillars.length);
  const { gap, contentX, contentWidth } = frame;
  const free = contentWidth - arrowRoom - (own + theirs - 2) * gap;
  const equal = Math.floor(free / (own + theirs));
  const theirWidth = more.length > 0 ? Math.max(equal, narrowestList) : equal;
  const width = Math.floor((free - theirs * theirWidth) / own);
  if (Math.min(width, theirWidth) < narrowestBeside) return undefined;
  const columns = (count: number, x: number, each: number) => columnsOfWidths(Array(count).fill(each), x, gap);
  const right = contentX + own * (width + gap) - gap;
  return { primary: columns(own, contentX, width), secondary: columns(theirs, right + arrowRoom, theirWidth) };
}

/** The primary with its secondaries to the right: one as pillars that share all rows, several as a list of rows. */
export function layOutBeside(
  primary: ClusterView,
  secondaries: readonly ClusterView[],
  columns: BesideColumns,
  frame: Frame,
  marks: Marks,
): Laid {
  const [first, ...more] = secondaries;
  const single = first === undefined || more.length > 0 ? undefined : withOccupiedPillars(first);
  const towers = [{ view: primary, columns: columns.primary }];
  if (single !== undefined) towers.push({ view: single, columns: columns.secondary });
  const rows = towerRows(towers, frame, frame.padding);
  const right = endOf(columns.primary);
  const tower = layOutTower(placeCluster(primary, columns.primary, rows), frame, right, marks);
  const baseRight = endOf(columns.primary.slice(0, volumePillars));
  const area = { x: columns.secondary[0]?.x ?? 0, right: endOf(columns.secondary) };
  const others =
    single === undefined
      ? list(primary, secondaries, rows, baseRight, area, marks)
      : besideTower(primary, single, columns.secondary, rows, baseRight, area, marks);
  return { children: [...tower, ...others.children], bottom: Math.max(rows.bottom, others.bottom) };
}

interface Area {
  readonly x: number;
  readonly right: number;
}

function endOf(columns: readonly Column[]): number {
  const last = columns.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

function besideTower(
  primary: ClusterView,
  view: ClusterView,
  columns: readonly Column[],
  rows: TowerRows,
  baseRight: number,
  { x, right }: Area,
  marks: Marks,
): Laid {
  const children = [
    ...layOutSecondary(view, columns, rows, labelsInColumn(view, x, right), marks),
    secondaryVolume(view, x, rows.baseTop, right - x, rows.baseBottom - rows.baseTop),
    ...arrowBetween(primary, view, baseRight + 8, x - 8, rows.baseTop + 46),
  ];
  return { children, bottom: rows.bottom };
}

function list(
  primary: ClusterView,
  views: readonly ClusterView[],
  rows: TowerRows,
  baseRight: number,
  area: Area,
  marks: Marks,
): Laid {
  const { x, right } = area;
  const top = rows.top + headerHeight;
  const height = secondaryRowHeight(views.length, rows.baseBottom - top);
  const y = (index: number) => top + index * (height + secondaryGap);
  const middles = views.map((_, index) => ({ to: x - 6, y: y(index) + Math.floor(height / 2) }));
  const children: readonly SceneNode[] = [
    {
      kind: 'line',
      key: 'secondaries/rule',
      points: [
        { x, y: rows.top },
        { x: right, y: rows.top },
      ],
      tone: 'line',
      weight: 'hairline',
    },
    text(x, rows.top + 19, 'secondaries', 'name', 'ink'),
    text(right, rows.top + 19, countOf(views.length, 'Region'), 'secondary', 'ink-2', 'end'),
    ...views.map((view, index) => secondaryRow(view, marks, { x, y: y(index), width: right - x, height })),
    ...trunk(primary, views, { x: baseRight + 8, y: rows.baseTop + 46 }, x - arrowRoom + 30, middles),
  ];
  return { children, bottom: y(views.length - 1) + height };
}
