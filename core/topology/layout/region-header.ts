import { formatDuration } from '../../design/format/duration.ts';
import { glyphRoom, lineOfWords, text, type Words, wordGap } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { fitName, textWidth } from '../scene/text-width.ts';
import type { ClusterView } from '../views/cluster-view.ts';
import { type Mark, markAfter, markRoom } from './marks.ts';
import { headerHeight } from './tower-rows.ts';

/** What a cluster is called for those who listen. */
export function clusterName(view: ClusterView): string {
  const { region, clusterIdentifier } = view.picture;
  const dark = view.darkFor === undefined ? '' : `, dark for ${formatDuration(view.darkFor)}`;
  return `${region ?? 'Region ?'}, ${roleOf(view)}, ${clusterIdentifier ?? '?'}${dark}`;
}

function roleOf(view: ClusterView): string {
  return view.picture.replication === 'binlog' && view.role === 'secondary' ? 'secondary by binlog' : view.role;
}

/** The name of a Region over its columns: a rule, the Region, role and cluster. */
export function regionHeader(
  view: ClusterView,
  mark: Mark | undefined,
  x: number,
  right: number,
  top: number,
): readonly SceneNode[] {
  const { path, region, clusterIdentifier } = view.picture;
  const centre = headerHeight / 2 - 1;
  const width = right - x;
  const name = fitName(region ?? '?', width - markRoom(mark), 'name');
  const nameEnd = textWidth(name, 'name');
  const rest = nameEnd + markRoom(mark) + 12;
  const words: Words[] = [];
  let room = width - rest;
  if (view.darkFor !== undefined) {
    const since = `dark for ${formatDuration(view.darkFor)}`;
    words.push({ text: since, style: 'secondary-name', tone: 'ink', glyph: { name: 'moon', tone: 'ink' } });
    room -= glyphRoom + textWidth(since, 'secondary-name') + wordGap;
  }
  const id = clusterIdentifier ?? '?';
  const full = `${roleOf(view)}, ${id}`;
  words.push({ text: full, short: fitName(id, room, 'secondary'), style: 'secondary', tone: 'ink-2' });
  return [
    {
      kind: 'line',
      key: `${path}/rule`,
      points: [
        { x, y: top },
        { x: right, y: top },
      ],
      tone: 'line',
      weight: 'hairline',
    },
    {
      kind: 'box',
      key: path,
      x,
      y: top + 6,
      width,
      height: headerHeight - 12,
      radius: 4,
      bare: true,
      path,
      name: clusterName(view),
      children: [
        text(0, centre - 6, name, 'name', 'ink'),
        ...markAfter(mark, nameEnd, centre - 6),
        ...lineOfWords(words, rest, centre - 6, width - rest),
      ],
    },
  ];
}
