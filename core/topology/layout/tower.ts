import { lineOfWords, type Words } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import type { ClusterView } from '../views/cluster-view.ts';
import { layOutBase } from './base.ts';
import { layOutEndpointRows, type RowLabels } from './endpoint-rows.ts';
import type { Frame } from './frame.ts';
import { ghostsOf } from './ghosts.ts';
import { focusOf } from './group-in-focus.ts';
import { type Marks, markAfter, markRoom } from './marks.ts';
import { layOutPillar } from './pillar.ts';
import { headingNames } from './pillar-heading.ts';
import type { PlacedCluster } from './placed-cluster.ts';
import { regionHeader } from './region-header.ts';
import { baseRows, captionHeight } from './tower-rows.ts';
import { focusInGutter, focusOnLine, volumeInGutter, volumeOnLine } from './volume-caption.ts';

/** At the right of the captions, where the arrow to a secondary goes down. */
const arrowRoom = 56;

/** The pillars of a cluster with what stands in them. */
export function layOutPillars(placed: PlacedCluster, marks: Marks): readonly SceneNode[] {
  const ghosts = ghostsOf(placed.view);
  const names = headingNames(placed, marks);
  return placed.pillars.map((pillar, index) => layOutPillar(placed, pillar, index, names[index] ?? [], ghosts, marks));
}

/** The primary: the name of its Region, endpoint rows, pillars on the volume, and the gutter that names all of it. */
export function layOutTower(placed: PlacedCluster, frame: Frame, right: number, marks: Marks): readonly SceneNode[] {
  const { view, rows } = placed;
  const { padding, stacked } = frame;
  return [
    ...regionHeader(view, marks.get(view.picture.path), padding, right, rows.top),
    ...layOutPillars(placed, marks),
    layOutBase(placed),
    ...(stacked ? captions(placed, padding, right - padding - arrowRoom, marks) : gutter(placed, frame, marks)),
    ...layOutEndpointRows(placed, rowLabels(frame, right), marks),
  ];
}

/** Names of endpoint rows in the gutter, or above their rows where there is none. */
export function rowLabels(frame: Frame, right: number): RowLabels {
  const { padding: x, contentX, gutter, stacked } = frame;
  if (stacked) return { x, width: right - x, dotX: x + 4, above: 18, right };
  return { x, width: gutter - 18, dotX: contentX - 10, above: 0, right };
}

/** The gutter beside pillars and base. */
function gutter({ view, rows, pillars }: PlacedCluster, frame: Frame, marks: Marks): readonly SceneNode[] {
  const { padding: x, gutter: width } = frame;
  const room = width - 8;
  const segments = rows.baseTop + baseRows(pillars.map(({ column }) => column)).segments;
  return [
    ...scalingLabel(view, marks, x, rows.baseTop - 48, room),
    ...volumeInGutter(view, marks.get(view.picture.volume.path), x, rows.baseTop, room),
    ...(view.state === undefined ? [] : focusInGutter(focusOf(view.state), x, segments, room)),
  ];
}

/** The same below the base, where there is no gutter. */
function captions({ view, rows }: PlacedCluster, x: number, width: number, marks: Marks): readonly SceneNode[] {
  const line = (index: number) => rows.baseBottom + captionHeight * index + captionHeight / 2 + 4;
  return [
    ...volumeOnLine(view, marks.get(view.picture.volume.path), x, line(0), width),
    ...(view.state === undefined ? [] : focusOnLine(focusOf(view.state), x, line(1), width)),
    ...scalingLabel(view, marks, x, line(view.state === undefined ? 1 : 2), width),
  ];
}

/** What auto scaling may do: on one line where both parts fit, else on two. */
function scalingLabel(
  { picture }: ClusterView,
  marks: Marks,
  x: number,
  centre: number,
  width: number,
): readonly SceneNode[] {
  const { scaling } = picture;
  if (scaling === undefined) return [];
  const mark = marks.get(scaling.path);
  const name: Words = { text: 'auto scaling', style: 'secondary', tone: 'ink' };
  const range: Words = {
    text: `${scaling.readers} now, ${scaling.min ?? '?'} to ${scaling.max ?? '?'}`,
    style: 'secondary',
    tone: 'ink-2',
  };
  const nameEnd = x + textWidth(name.text, name.style);
  const rangeX = nameEnd + markRoom(mark) + 12;
  const isOneLine = rangeX + textWidth(range.text, range.style) <= x + width;
  return [
    ...lineOfWords([name], x, centre, width),
    ...markAfter(mark, nameEnd, centre),
    ...(isOneLine
      ? lineOfWords([range], rangeX, centre, x + width - rangeX)
      : lineOfWords([range], x, centre + 18, width)),
  ];
}
