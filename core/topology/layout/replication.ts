import { formatDuration } from '../../design/format/duration.ts';
import { text } from '../scene/caption.ts';
import type { LineNode, Point, SceneNode } from '../scene/scene.ts';
import type { ClusterView } from '../views/cluster-view.ts';

/** How far a secondary is behind in a run, or how changes reach it while nothing is played: figure and what it is. */
export function replicationWords(view: ClusterView): readonly [string, string] {
  const lag = view.state?.moment.lag;
  if (lag !== undefined) return [formatDuration(lag), 'lag'];
  return [view.picture.replication ?? '?', 'replication'];
}

/** The same in one line; a secondary that has become the primary follows nobody. */
export function replicationPhrase(view: ClusterView): string {
  if (view.state?.moment.replication === 'copying') return 'first copy';
  if (!isFollower(view)) return view.role === 'primary' ? 'primary now' : 'not replicating';
  const [figure, noun] = replicationWords(view);
  return view.state?.moment.lag === undefined ? `${figure} ${noun}` : `${noun} ${figure}`;
}

function arrow(view: ClusterView, points: LineNode['points']): LineNode {
  return {
    kind: 'line',
    key: `${view.picture.path}/replication`,
    points,
    tone: 'ink',
    weight: 'regular',
    end: 'arrow',
  };
}

/** Whether changes come to a cluster from another one; in a run, roles may have changed. */
export function isFollower(view: ClusterView): boolean {
  if (view.role !== 'secondary') return false;
  const moment = view.state?.moment;
  return moment === undefined || (moment.lag !== undefined && moment.replication !== 'cut-off');
}

/** The arrow between two bases side by side, from who writes to who follows, with its words above and below. */
export function arrowBetween(
  left: ClusterView,
  right: ClusterView,
  from: number,
  to: number,
  y: number,
): readonly SceneNode[] {
  const follower = [right, left].find(isFollower);
  if (follower === undefined) return [];
  const [figure, noun] = replicationWords(follower);
  const middle = Math.floor((from + to) / 2);
  const points = [
    { x: from, y },
    { x: to, y },
  ];
  return [
    arrow(follower, follower === right ? points : points.reverse()),
    text(middle, y - 13, figure, 'secondary-name', 'ink', 'middle'),
    text(middle, y + 14, noun, 'secondary', 'ink-2', 'middle'),
  ];
}

/** The arrow from base to base, downwards, with its words to the left at `centre`; it interrupts the rule that it crosses. */
export function arrowDown(
  view: ClusterView,
  x: number,
  from: number,
  to: number,
  centre: number,
): readonly SceneNode[] {
  return [
    {
      ...arrow(view, [
        { x, y: from },
        { x, y: to },
      ]),
      halo: true,
    },
    text(x - 12, centre, replicationPhrase(view), 'secondary-name', 'ink', 'end'),
  ];
}

/**
 * One stem between whoever writes and all that follow: from the base of the primary with a branch to each secondary, or
 * from the row of a secondary that has taken over. Who follows nobody stands apart.
 */
export function trunk(
  primary: ClusterView,
  views: readonly ClusterView[],
  start: Point,
  stemX: number,
  branches: readonly { readonly to: number; readonly y: number }[],
): readonly SceneNode[] {
  if (![primary, ...views].some(isFollower)) return [];
  const ends = [start, ...branches.map(({ to, y }) => ({ x: to, y }))];
  const joined = [primary, ...views].flatMap((view, index) => {
    const end = ends[index];
    return end !== undefined && (view.role === 'primary' || isFollower(view)) ? [{ view, end }] : [];
  });
  const ys = joined.map(({ end }) => end.y);
  const stem = { kind: 'line', tone: 'ink', weight: 'regular' } as const;
  const points = [
    { x: stemX, y: Math.min(...ys) },
    { x: stemX, y: Math.max(...ys) },
  ];
  return [
    { ...stem, key: 'trunk', points },
    ...joined.flatMap(({ view, end }): readonly LineNode[] => {
      const branch = [{ x: stemX, y: end.y }, end];
      if (isFollower(view)) return [arrow(view, end.x === stemX ? [...points].reverse() : branch)];
      return end.x === stemX ? [] : [{ ...stem, key: `${view.picture.path}/source`, points: branch }];
    }),
  ];
}
