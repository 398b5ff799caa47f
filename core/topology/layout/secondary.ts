import type { SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import type { ClusterView } from '../views/cluster-view.ts';
import { layOutEndpointRows, type RowLabels } from './endpoint-rows.ts';
import type { Column } from './frame.ts';
import type { Marks } from './marks.ts';
import { placeCluster } from './placed-cluster.ts';
import { regionHeader } from './region-header.ts';
import { layOutPillars } from './tower.ts';
import type { TowerRows } from './tower-rows.ts';

/** A secondary with the pillars in which an instance stands; of the others there is nothing to tell. */
export function withOccupiedPillars(view: ClusterView): ClusterView {
  return { ...view, pillars: view.pillars.filter(({ instances }) => instances.length > 0) };
}

/** Everything of a secondary but its volume: the name of its Region, endpoint rows and pillars. */
export function layOutSecondary(
  view: ClusterView,
  columns: readonly Column[],
  rows: TowerRows,
  labels: RowLabels,
  marks: Marks,
): readonly SceneNode[] {
  const placed = placeCluster(view, columns, rows);
  return [
    ...regionHeader(view, marks.get(view.picture.path), labels.x, labels.right, rows.top),
    ...layOutPillars(placed, marks),
    ...layOutEndpointRows(placed, labels, marks),
  ];
}

/** Names of endpoint rows inside the columns, where there is no gutter for them. */
export function labelsInColumn(view: ClusterView, x: number, right: number): RowLabels {
  const widest = Math.max(...view.rows.map(({ label }) => textWidth(label, 'secondary')));
  const width = Math.min(widest, Math.floor((right - x) / 2));
  return { x, width, dotX: x + width + 12, above: 0, right };
}
