import { glyph } from '../scene/caption.ts';
import type { LineNode, SceneNode } from '../scene/scene.ts';
import type { EndpointRow } from '../views/cluster-view.ts';
import { cardMeasures } from './card-measures.ts';
import type { PlacedCluster, PlacedPillar } from './placed-cluster.ts';

/** How far a glyph reaches above and below its middle. */
const glyphReach = 8;
const bend = 6;

/**
 * The line of an endpoint row from its dot to the glyphs of the instances that answer: along the row to the furthest,
 * down into each pillar on the way, and there from glyph to glyph. Glyphs that answer nobody interrupt it.
 */
export function endpointLines(
  placed: PlacedCluster,
  row: EndpointRow,
  dotX: number,
  rowY: number,
): readonly SceneNode[] {
  const drops = placed.pillars.flatMap((pillar) => dropInto(placed, pillar, row));
  const reach = drops.at(-1);
  const style = {
    tone: row.kind === 'cluster' ? 'ink' : 'line',
    weight: row.kind === 'cluster' ? 'strong' : 'regular',
  } as const;
  const lines: LineNode[] = [];
  const line = (key: string, points: LineNode['points'], more: Partial<LineNode> = {}) =>
    lines.push({ kind: 'line', key: `${row.key}/${key}`, points, ...style, ...more });
  for (const drop of drops) {
    const [first, ...more] = drop.stretches;
    if (first === undefined) continue;
    const start = drop === reach ? dotX : drop.x - bend;
    const points = [
      { x: start, y: rowY },
      { x: drop.x, y: rowY },
      { x: drop.x, y: first.to },
    ];
    line(drop.answers, points, drop === reach ? { dot: true, halo: true } : {});
    for (const { from, to } of more)
      line(`${drop.answers}/${to}`, [
        { x: drop.x, y: from },
        { x: drop.x, y: to },
      ]);
  }
  return lines.reverse();
}

interface Drop {
  readonly x: number;
  /** Names who answers, so that a line to somebody else is another line. */
  readonly answers: string;
  /** From the row to the first glyph, then from glyph to glyph. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

function dropInto({ density }: PlacedCluster, pillar: PlacedPillar, row: EndpointRow): readonly Drop[] {
  const x = slotOf(pillar, row);
  const { firstLine } = cardMeasures[density];
  const stretches: { from: number; to: number }[] = [];
  const pending: { from: number; to: number }[] = [];
  const answers: string[] = [];
  let from = 0;
  for (const card of pillar.cards) {
    const middle = card.y + firstLine;
    if (!hasGlyphIn(pillar, row, card.view.picture.path, card.view.role)) continue;
    pending.push({ from, to: middle - glyphReach });
    from = middle + glyphReach;
    if (!row.answers?.includes(card.view.picture.path)) continue;
    stretches.push(...pending.splice(0));
    answers.push(card.view.picture.path);
  }
  return stretches.length === 0 ? [] : [{ x, answers: answers.join(' '), stretches }];
}

/** Where the line of a row goes down in a pillar. */
function slotOf({ slots }: PlacedPillar, row: EndpointRow): number {
  return slots.discs.get(row.key) ?? (row.kind === 'cluster' ? slots.writer : slots.reader);
}

function hasGlyphIn({ slots }: PlacedPillar, row: EndpointRow, path: string, role: 'writer' | 'reader'): boolean {
  if (row.kind === 'custom') return row.members.includes(path);
  if (row.kind === 'reader' && role === 'writer')
    return slots.discs.has(row.key) && row.answers?.includes(path) === true;
  return role === (row.kind === 'cluster' ? 'writer' : 'reader');
}

/** The discs beside role glyphs: filled where a member answers, hollow where it does not. */
export function endpointDiscs({ pillars, density }: PlacedCluster, row: EndpointRow): readonly SceneNode[] {
  const { firstLine } = cardMeasures[density];
  return pillars.flatMap((pillar) => {
    const x = pillar.slots.discs.get(row.key);
    if (x === undefined) return [];
    return pillar.cards.flatMap(({ view, y }) => {
      const { path } = view.picture;
      const answers = row.answers?.includes(path) === true;
      if (row.kind === 'custom' ? !row.members.includes(path) : !(answers && view.role === 'writer')) return [];
      return [glyph(answers ? 'member' : 'member-away', x, y + firstLine, answers ? 'ink' : 'line')];
    });
  });
}
