import { countOf } from '../../text/quantity.ts';
import { text } from '../scene/caption.ts';
import { type ClusterView, clusterView } from '../views/cluster-view.ts';
import { type Column, columnsOf, type Frame } from './frame.ts';
import type { Laid } from './layout-beside.ts';
import type { Marks } from './marks.ts';
import { placeCluster } from './placed-cluster.ts';
import { arrowDown, trunk } from './replication.ts';
import { primaryColumns, widenedForIds } from './room-for-ids.ts';
import { layOutSecondary, withOccupiedPillars } from './secondary.ts';
import { secondaryGap, secondaryRow, secondaryRowHeight } from './secondary-list.ts';
import { secondaryVolume } from './secondary-volume.ts';
import { layOutTower, rowLabels } from './tower.ts';
import { type TowerRows, towerRows } from './tower-rows.ts';

const narrowestBelow = 100;
const lowestVolume = 84;
const narrowestVolume = 96;
const spaceAbove = 32;

/**
 * The primary with its secondaries below: one as pillars beside its volume, several (or in a run) as rows. Columns follow
 * from the design alone, so that a failover moves none.
 */
export function layOutBelow(
  primary: ClusterView,
  secondaries: readonly ClusterView[],
  frame: Frame,
  marks: Marks,
): Laid {
  const right = frame.width - frame.padding;
  const equal = columnsOf(primary.pillars.length, frame.contentX, frame.contentWidth, frame.gap);
  const rowsAt = (columns: readonly Column[]) => towerRows([{ view: primary, columns }], frame, frame.padding);
  const designed = clusterView(primary.picture);
  const columns = primaryColumns(designed, equal, rowsAt(equal), marks, frame.gap);
  const rows = rowsAt(columns);
  const tower = layOutTower(placeCluster(primary, columns, rows), frame, right, marks);
  const others = layOutSecondaries(primary, secondaries, rows, frame, marks);
  return { children: [...tower, ...others.children], bottom: Math.max(rows.bottom, others.bottom) };
}

function layOutSecondaries(
  primary: ClusterView,
  views: readonly ClusterView[],
  rows: TowerRows,
  frame: Frame,
  marks: Marks,
): Laid {
  const [first, ...more] = views;
  if (first === undefined) return { children: [], bottom: 0 };
  const view = withOccupiedPillars(first);
  const count = Math.max(3, view.pillars.length + 1);
  const equal = columnsOf(count, frame.contentX, frame.contentWidth, frame.gap).slice(0, view.pillars.length);
  const hasRoom = (frame.contentWidth + frame.gap) / count - frame.gap >= narrowestBelow;
  const isFolded = more.length > 0 || view.state !== undefined || !hasRoom;
  if (isFolded) return list(primary, views, rows, frame, marks);
  const right = frame.width - frame.padding;
  const own = withoutBase(towerRows([{ view, columns: equal }], frame, rows.bottom + spaceAbove));
  const spare = right - volumeBeside(equal, frame) - narrowestVolume;
  const columns = widenedForIds(view, equal, own, marks, frame.gap, spare);
  const volumeX = volumeBeside(columns, frame);
  const height = Math.max(lowestVolume, own.baseTop - own.pillarsTop);
  return {
    children: [
      ...layOutSecondary(view, columns, own, rowLabels(frame, right), marks),
      secondaryVolume(view, volumeX, own.pillarsTop, right - volumeX, height),
      ...arrowDown(view, right - 36, rows.baseBottom + 6, own.pillarsTop - 6, rows.bottom + 18),
    ],
    bottom: own.pillarsTop + height,
  };
}

/** Where the volume begins, right of the pillars. */
function volumeBeside(columns: readonly Column[], { contentX, gap }: Frame): number {
  const last = columns.at(-1);
  return last === undefined ? contentX : last.x + last.width + gap;
}

/** The volume stands beside these pillars, not below them. */
function withoutBase(rows: TowerRows): TowerRows {
  return { ...rows, baseBottom: rows.baseTop, bottom: rows.baseTop };
}

function list(primary: ClusterView, views: readonly ClusterView[], rows: TowerRows, frame: Frame, marks: Marks): Laid {
  const { contentX, padding, stacked } = frame;
  const right = frame.width - padding;
  const top = rows.bottom + 20;
  const height = secondaryRowHeight(views.length, 360);
  const y = (index: number) => top + index * (height + secondaryGap);
  const x = contentX + 32;
  const branches = views.map((_, index) => ({ to: x - 4, y: y(index) + Math.floor(height / 2) }));
  const stem = { x: contentX + 12, y: stacked ? rows.bottom + 8 : rows.baseBottom };
  const names = [
    text(padding, top + 12, 'secondaries', 'secondary', 'ink'),
    text(padding, top + 30, countOf(views.length, 'Region'), 'secondary', 'ink-2'),
  ];
  return {
    children: [
      ...(stacked ? [] : names),
      ...views.map((view, index) => secondaryRow(view, marks, { x, y: y(index), width: right - x, height })),
      ...trunk(primary, views, stem, stem.x, branches),
    ],
    bottom: y(views.length - 1) + height,
  };
}
