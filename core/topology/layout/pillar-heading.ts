import { formatDuration } from '../../design/format/duration.ts';
import { lineOfWords, text, type Words } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import type { ClusterView, PillarView } from '../views/cluster-view.ts';
import { pillarPadding } from './card-measures.ts';
import { type Mark, type Marks, markAfter, markRoom } from './marks.ts';
import type { PlacedCluster, PlacedPillar } from './placed-cluster.ts';

/** What a pillar is called. */
export function pillarName({ picture: { kind, zone } }: PillarView): string {
  if (kind === 'chosen') return 'AZ chosen by Aurora';
  return kind === 'outside' ? `${zone ?? 'other AZs'}, no copy` : (zone ?? 'AZ ?');
}

/** The same without the Region, which stands in its header anyway. */
function shortName(view: PillarView): string {
  const { kind, zone } = view.picture;
  if (kind === 'chosen') return 'any AZ';
  return zone === null ? pillarName(view) : (/\d[a-z]$/.exec(zone)?.[0] ?? zone);
}

/** The mark of an AZ that the design writes down; what follows from the Region has none of its own. */
export function pillarMark(cluster: ClusterView, view: PillarView, marks: Marks): Mark | undefined {
  return view.picture.path === cluster.picture.path ? undefined : marks.get(view.picture.path);
}

/** The names that each pillar may show, longest first; the AZs of a volume are all shortened, or none is. */
export function headingNames(placed: PlacedCluster, marks: Marks): readonly (readonly string[])[] {
  const areShort = placed.pillars.some((pillar) => {
    const { view } = pillar;
    if (view.picture.kind !== 'volume' || view.darkFor !== undefined) return false;
    return textWidth(pillarName(view), 'secondary') > roomFor(pillar, pillarMark(placed.view, view, marks));
  });
  return placed.pillars.map(({ view }) => {
    const isShort = areShort && view.picture.kind === 'volume';
    return isShort ? [shortName(view)] : [pillarName(view), shortName(view)];
  });
}

/** Width for the name of a lit pillar: up to the lines that go down into it. */
function roomFor({ column, slots }: PlacedPillar, mark: Mark | undefined): number {
  return slots.left - column.x - pillarPadding(column.width) - 4 - markRoom(mark);
}

const centre = 18;

/** The name of a pillar, clear of the lines that go down into it; one that nobody reaches says since when. */
export function pillarHeading(
  pillar: PlacedPillar,
  names: readonly string[],
  mark: Mark | undefined,
): readonly SceneNode[] {
  const { width } = pillar.column;
  const { darkFor, away = 'dark' } = pillar.view;
  const left = pillarPadding(width);
  if (darkFor !== undefined) return awayHeading(names, away, darkFor, left, width - 2 * left);
  const room = roomFor(pillar, mark);
  const fitting = names.find((name) => textWidth(name, 'secondary') <= room);
  const shown = fitting ?? fitText(names.at(-1) ?? '', room, 'secondary');
  return [
    text(left, centre, shown, 'secondary', 'ink-2'),
    ...markAfter(mark, left + textWidth(shown, 'secondary'), centre),
  ];
}

/** On a plate, because the pillar is hatched. */
function awayHeading(
  names: readonly string[],
  away: 'dark' | 'cut off',
  length: number,
  left: number,
  room: number,
): readonly SceneNode[] {
  const since = formatDuration(length);
  const used = (name: string, age: string) => 32 + textWidth(name, 'secondary-name') + textWidth(age, 'secondary');
  const phrases = names.flatMap((name) => [[name, `${away} for ${since}`] as const, [name, since] as const]);
  const [name, age] = phrases.find((phrase) => used(...phrase) <= room) ?? [names.at(-1) ?? '', ''];
  const words: readonly Words[] = [
    {
      text: name,
      style: 'secondary-name',
      tone: 'ink',
      glyph: { name: away === 'dark' ? 'moon' : 'cross', tone: 'ink' },
    },
    ...(age === '' ? [] : [{ text: age, style: 'secondary', tone: 'ink' } as const]),
  ];
  const plate = Math.min(room, used(name, age) - (age === '' ? 12 : 0));
  return [
    { kind: 'rect', x: left - 6, y: centre - 11, width: plate + 12, height: 22, radius: 4, fill: 'bg' },
    ...lineOfWords(words, left, centre, room),
  ];
}
