import { countOf } from '../text/quantity.ts';
import { text } from './caption.ts';
import type { ClusterView } from './cluster-view.ts';
import { columnsOf, type Frame } from './frame.ts';
import type { Laid } from './layout-beside.ts';
import type { Marks } from './marks.ts';
import { placeCluster } from './placed-cluster.ts';
import { arrowDown, trunk } from './replication.ts';
import { layOutSecondary, withOccupiedPillars } from './secondary.ts';
import { secondaryGap, secondaryRow, secondaryRowHeight } from './secondary-list.ts';
import { secondaryVolume } from './secondary-volume.ts';
import { layOutTower, rowLabels } from './tower.ts';
import { type TowerRows, towerRows } from './tower-rows.ts';

const narrowestBelow = 100;
const lowestVolume = 84;
const spaceAbove = 32;

/** The primary with its secondaries below: one as pillars beside its volume, several (or in a run) as rows. */
export function layOutBelow(
  primary: ClusterView,
  secondaries: readonly ClusterView[],
  frame: Frame,
  marks: Marks,
): Laid {
  const right = frame.width - frame.padding;
  const columns = columnsOf(primary.pillars.length, frame.contentX, frame.contentWidth, frame.gap);
  const rows = towerRows([{ view: primary, columns }], frame, frame.padding);
  const tower = layOutTower(placeCluster(primary, columns, rows), frame, right, marks);
  const others = layOutSecondaries(secondaries, rows, frame, marks);
  return { children: [...tower, ...others.children], bottom: Math.max(rows.bottom, others.bottom) };
}

function layOutSecondaries(views: readonly ClusterView[], rows: TowerRows, frame: Frame, marks: Marks): Laid {
  const [first, ...more] = views;
  if (first === undefined) return { children: [], bottom: 0 };
  const view = withOccupiedPillars(first);
  const count = Math.max(3, view.pillars.length + 1);
  const columns = columnsOf(count, frame.contentX, frame.contentWidth, frame.gap);
  const hasRoom = (columns[0]?.width ?? 0) >= narrowestBelow;
  const isFolded = more.length > 0 || view.state !== undefined || !hasRoom;
  if (isFolded) return list(views, rows, frame, marks);
  const right = frame.width - frame.padding;
  const own = withoutBase(towerRows([{ view, columns }], frame, rows.bottom + spaceAbove));
  const volumeX = columns[view.pillars.length]?.x ?? frame.contentX;
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

/** The volume stands beside these pillars, not below them. */
function withoutBase(rows: TowerRows): TowerRows {
  return { ...rows, baseBottom: rows.baseTop, bottom: rows.baseTop };
}

function list(views: readonly ClusterView[], rows: TowerRows, frame: Frame, marks: Marks): Laid {
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
    text(padding, top + 29, countOf(views.length, 'Region'), 'secondary', 'ink-2'),
  ];
  return {
    children: [
      ...(stacked ? [] : names),
      ...views.map((view, index) => secondaryRow(view, marks, { x, y: y(index), width: right - x, height })),
      ...trunk(views, stem, stem.x, branches),
    ],
    bottom: y(views.length - 1) + height,
  };
}
