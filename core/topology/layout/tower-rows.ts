import type { ClusterView } from '../views/cluster-view.ts';
import { cardInset, type Density, densityFor, stackHeight } from './card-measures.ts';
import type { Column, Frame } from './frame.ts';
import { ghostGap, ghostHeight, ghostsHeight, ghostsOf } from './ghosts.ts';

/** Where the parts of a cluster stand, from top to bottom. */
export interface TowerRows {
  readonly top: number;
  /** Middles of the rows of the reader and the cluster endpoint; custom endpoints lie above them. */
  readonly reader: number;
  readonly cluster: number;
  readonly endpointPitch: number;
  readonly pillarsTop: number;
  readonly cardsTop: number;
  readonly baseTop: number;
  readonly baseBottom: number;
  /** End of the captions that stand below the base where there is no gutter. */
  readonly bottom: number;
}

/** Height of the rule and the name of a Region. */
export const headerHeight = 40;
/** Height of the name of an AZ on its pillar. */
export const zoneHeight = 34;
/** Height of one lane of the volume at most. */
export const laneHeight = 32;
/** Height of a caption below the base. */
export const captionHeight = 22;
const air = 16;

/** Density of a cluster, by the most instances that stand in one place. */
export function densityOf(view: ClusterView): Density {
  return densityFor(Math.max(0, ...view.pillars.map(({ instances }) => instances.length)));
}

/** Rows that clusters standing side by side share: each part is as high as the one that needs most. */
export function towerRows(
  clusters: readonly { readonly view: ClusterView; readonly columns: readonly Column[] }[],
  frame: Frame,
  top: number,
): TowerRows {
  const endpointPitch = frame.stacked ? 40 : 22;
  const hasClusterRow = clusters.some(({ view }) => view.rows.some(({ kind }) => kind === 'cluster'));
  const custom = Math.max(...clusters.map(({ view }) => view.rows.filter(({ kind }) => kind === 'custom').length));
  const endpoints = custom + (hasClusterRow ? 2 : 1);
  const rowsTop = top + headerHeight;
  const pillarsTop = rowsTop + endpoints * endpointPitch + 6;
  const cardsTop = pillarsTop + zoneHeight;
  const baseTop = cardsTop + Math.max(...clusters.map(({ view, columns }) => bodyHeight(view, columns))) + air;
  const cluster = rowsTop + endpoints * endpointPitch - (frame.stacked ? 12 : 11);
  const reader = hasClusterRow ? cluster - endpointPitch : cluster;
  const columns = clusters[0]?.columns ?? [];
  const hasState = clusters.some(({ view }) => view.state !== undefined);
  const baseBottom = baseTop + baseHeight(columns, hasState);
  const captions = 1 + (hasState ? 1 : 0) + (clusters[0]?.view.picture.scaling === undefined ? 0 : 1);
  const bottom = baseBottom + (frame.stacked ? captionHeight * captions : 0);
  return { top, reader, cluster, endpointPitch, pillarsTop, cardsTop, baseTop, baseBottom, bottom };
}

function bodyHeight(view: ClusterView, columns: readonly Column[]): number {
  const density = densityOf(view);
  const ghosts = ghostsOf(view);
  const heights = view.pillars.map(({ instances }, index) => {
    const width = columns[index]?.width ?? 0;
    const cards = stackHeight(instances.length, density);
    const places = ghostsHeight(ghosts.counts[index] ?? 0, width - 2 * cardInset(width));
    return cards + places + (cards > 0 && places > 0 ? ghostGap : 0);
  });
  return Math.max(ghostHeight, ...heights);
}

/** Where the parts of the volume stand, counted from the top of the base. */
export interface BaseRows {
  /** Tops of the first and the second lane. */
  readonly lanes: readonly [number, number];
  /** Top of the segments of the group in focus. */
  readonly segments: number;
  readonly segmentHeight: number;
}

/** Rows of the base; where columns are narrow, segments take two lines, and so do the words beside them. */
export function baseRows(columns: readonly Column[]): BaseRows {
  const first = 12;
  const second = first + laneHeight + 8;
  const isNarrow = (columns[0]?.width ?? 0) < 244;
  const segments = second + laneHeight + (isNarrow ? 20 : 14);
  return { lanes: [first, second], segments, segmentHeight: isNarrow ? 44 : 30 };
}

function baseHeight(columns: readonly Column[], hasState: boolean): number {
  const rows = baseRows(columns);
  return hasState ? rows.segments + rows.segmentHeight + 10 : rows.lanes[1] + laneHeight + 10;
}
