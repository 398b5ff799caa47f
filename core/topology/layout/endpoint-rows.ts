import { text } from '../scene/caption.ts';
import type { BoxNode, RectNode, SceneNode } from '../scene/scene.ts';
import { fitName, fitText, textWidth } from '../scene/text-width.ts';
import type { EndpointRow } from '../views/cluster-view.ts';
import { endpointDiscs, endpointLines } from './endpoint-lines.ts';
import { type Marks, markAfter, markRoom } from './marks.ts';
import type { PlacedCluster } from './placed-cluster.ts';

/** Where the names of endpoint rows stand, and where their lines begin. */
export interface RowLabels {
  readonly x: number;
  readonly width: number;
  readonly dotX: number;
  /** Names stand this far above their lines; 0 when they stand beside them. */
  readonly above: number;
  /** Where the rows end. */
  readonly right: number;
}

/** The endpoint rows of a cluster: their names, and lines that end in the glyphs of who answers. */
export function layOutEndpointRows(placed: PlacedCluster, labels: RowLabels, marks: Marks): readonly SceneNode[] {
  const { reader, cluster, endpointPitch } = placed.rows;
  const custom = placed.view.rows.filter(({ kind }) => kind === 'custom').length;
  const nodes: SceneNode[] = [];
  for (const [index, row] of placed.view.rows.entries()) {
    const y =
      row.kind === 'cluster' ? cluster : row.kind === 'reader' ? reader : reader - (custom - index) * endpointPitch;
    const mark = row.kind === 'custom' ? marks.get(row.path) : undefined;
    const label = fitName(row.label, labels.width - markRoom(mark), 'secondary');
    const centre = 11;
    const box: BoxNode = {
      kind: 'box',
      key: row.key,
      x: labels.x,
      y: y - labels.above - centre,
      width: labels.width,
      height: 2 * centre,
      radius: 4,
      bare: true,
      path: row.path,
      name: `endpoint ${row.label}: ${answersInWords(placed, row)}`,
      children: [
        ...(labels.above > 0 ? [plate(0, centre, textWidth(label, 'secondary') + 4)] : []),
        text(0, centre, label, 'secondary', 'ink'),
        ...markAfter(mark, textWidth(label, 'secondary'), centre),
      ],
    };
    nodes.push(box);
    const hasLine = row.answers !== null && row.answers.length > 0 && !placed.named.has(row.key);
    nodes.push(
      ...(hasLine ? endpointLines(placed, row, labels.dotX, y) : shortLine(placed, row, labels, y)),
      ...endpointDiscs(placed, row),
    );
  }
  return nodes;
}

/** A short line with words: nobody answers, nobody knows who does, or names in place of glyphs that have no room. */
function shortLine(
  placed: PlacedCluster,
  row: EndpointRow,
  { dotX, right }: RowLabels,
  y: number,
): readonly SceneNode[] {
  const end = dotX + 24;
  const tone = row.failed ? 'stop' : 'line';
  const style = row.failed ? 'secondary-name' : 'secondary';
  const isNobody = row.answers?.length === 0;
  const room = right - end - 10;
  const full = answersInWords(placed, row);
  const words = isNobody && textWidth(full, style) > room ? fitText('nobody', room, style) : fitText(full, room, style);
  return [
    plate(end + 6, y, textWidth(words, style) + 8),
    {
      kind: 'line',
      key: `${row.key}/short`,
      points: [
        { x: dotX, y },
        { x: end, y },
      ],
      tone,
      weight: row.kind === 'cluster' ? 'strong' : 'regular',
      dot: true,
      halo: true,
      ...(isNobody && { end: 'stop' }),
    },
    text(end + 10, y, words, style, row.failed ? 'stop' : 'ink-2'),
  ];
}

/** Background behind words that lines of other rows would cross. */
function plate(x: number, centre: number, width: number): RectNode {
  return { kind: 'rect', x, y: centre - 9, width, height: 18, radius: 0, fill: 'bg' };
}

function answersInWords({ view }: PlacedCluster, row: EndpointRow): string {
  if (row.answers === null) return '?';
  if (row.reason !== undefined) return row.reason;
  const instances = view.pillars.flatMap((pillar) => pillar.instances);
  const names = instances
    .filter(({ picture }) => row.answers?.includes(picture.path))
    .map(({ picture }) => picture.id ?? '?');
  return names.join(', ');
}
