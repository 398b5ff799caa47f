import type { Instant, Timeline } from '../../simulation/timeline.ts';
import { describePicture } from '../picture/description.ts';
import type { Picture } from '../picture/picture.ts';
import type { Scene } from '../scene/scene.ts';
import { addedCluster } from '../views/added-cluster.ts';
import { clusterView } from '../views/cluster-view.ts';
import { clusterStatesAt } from '../views/playhead.ts';
import { frameOf } from './frame.ts';
import { layOutBelow } from './layout-below.ts';
import { besideColumns, layOutBeside } from './layout-beside.ts';
import { type MarkedFinding, marksOf } from './marks.ts';
import { leastWidths } from './room-for-ids.ts';

export interface LayoutOptions {
  /** Width of the panel in pixels. */
  readonly width: number;
  readonly findings?: readonly MarkedFinding[];
  /** The run that the picture shows, and the instant. Without it nothing has failed. */
  readonly playhead?: { readonly timeline: Timeline; readonly at: Instant };
}

/**
 * Lays a picture out: the same picture, width and instant give the same scene. Takes time in proportion to what is
 * shown, and never measures a screen.
 */
export function layOut(picture: Picture, { width, findings = [], playhead }: LayoutOptions): Scene {
  const states = playhead === undefined ? [] : clusterStatesAt(playhead.timeline, playhead.at);
  const added = states.slice(picture.clusters.length).map(addedCluster);
  const clusters = [...picture.clusters, ...added];
  const [primary, ...secondaries] = clusters.map((cluster, index) => clusterView(cluster, states[index]));
  const marks = marksOf(picture, findings);
  const frame = frameOf(width, primary === undefined ? [] : leastWidths(primary.pillars));
  const title = `Topology of ${picture.name ?? 'a cluster design'}`;
  if (primary === undefined) return { width: frame.width, height: 0, title, description: '', children: [] };
  const columns = besideColumns(primary, secondaries, frame);
  const { children, bottom } =
    columns === undefined
      ? layOutBelow(primary, secondaries, frame, marks)
      : layOutBeside(primary, secondaries, columns, frame, marks);
  return { width: frame.width, height: bottom + frame.padding, title, description: describePicture(picture), children };
}
