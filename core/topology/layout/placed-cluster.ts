import type { ClusterView, EndpointRow, InstanceView, PillarView } from '../views/cluster-view.ts';
import { cardInset, cardMeasures, cardPadding, type Density } from './card-measures.ts';
import type { Column } from './frame.ts';
import { densityOf, type TowerRows } from './tower-rows.ts';

/** A card with its place in the scene. */
export interface PlacedCard {
  readonly view: InstanceView;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Middles of the glyphs of a pillar: lines go down to them, and all cards of the pillar share them. */
export interface Slots {
  readonly reader: number;
  readonly writer: number;
  /** By the key of the endpoint row. */
  readonly discs: ReadonlyMap<string, number>;
  /** Left edge of all of them. */
  readonly left: number;
}

export interface PlacedPillar {
  readonly view: PillarView;
  readonly column: Column;
  readonly cards: readonly PlacedCard[];
  readonly slots: Slots;
}

/** A cluster with the place of everything in it. */
export interface PlacedCluster {
  readonly view: ClusterView;
  readonly rows: TowerRows;
  readonly density: Density;
  readonly pillars: readonly PlacedPillar[];
  /** Custom endpoints that end in names, because their lines would leave no room for the cards. */
  readonly named: ReadonlySet<string>;
}

const glyphSlot = 18;
const discSlot = 14;
/** Room that ids keep before discs take it. */
const roomForId = 72;

/** Places the cards of a cluster into its columns, and the slots in which endpoint lines end. */
export function placeCluster(view: ClusterView, columns: readonly Column[], rows: TowerRows): PlacedCluster {
  const density = densityOf(view);
  const cardWidths = columns.map(({ width }) => width - 2 * cardInset(width));
  const named = rowsThatEndInNames(view, cardWidths, density);
  const { height, gap } = cardMeasures[density];
  const pillars = view.pillars.map((pillar, index): PlacedPillar => {
    const column = columns[index] ?? { x: 0, width: 0 };
    const x = column.x + cardInset(column.width);
    const width = cardWidths[index] ?? 0;
    return {
      view: pillar,
      column,
      cards: pillar.instances.map((instance, row) => ({
        view: instance,
        x,
        y: rows.cardsTop + row * (height + gap),
        width,
        height,
      })),
      slots: slotsOf(pillar, view.rows, named, { right: x + width, padding: cardPadding(width, density) }),
    };
  });
  return { view, rows, density, pillars, named };
}

function membersIn(row: EndpointRow, pillar: PillarView): boolean {
  return pillar.instances.some(({ picture }) => row.members.includes(picture.path));
}

function rowsThatEndInNames(
  { rows, pillars }: ClusterView,
  cardWidths: readonly number[],
  density: Density,
): ReadonlySet<string> {
  const free = cardWidths.map((width) =>
    Math.max(0, Math.floor((width - 2 * cardPadding(width, density) - roomForId - 2 * glyphSlot) / discSlot)),
  );
  const named = new Set<string>();
  for (const row of rows.filter(({ kind }) => kind === 'custom')) {
    const used = pillars.flatMap((pillar, index) => (membersIn(row, pillar) ? [index] : []));
    if (used.every((index) => (free[index] ?? 0) > 0)) for (const index of used) free[index] = (free[index] ?? 0) - 1;
    else named.add(row.key);
  }
  return named;
}

/** From right to left: the discs of custom endpoints, then readers, then the writer where a pillar has both. */
function slotsOf(
  pillar: PillarView,
  rows: readonly EndpointRow[],
  named: ReadonlySet<string>,
  card: { readonly right: number; readonly padding: number },
): Slots {
  const discs = new Map<string, number>();
  let next = card.right - card.padding - 8;
  for (const row of rows) {
    if (row.kind !== 'custom' || named.has(row.key) || !membersIn(row, pillar)) continue;
    discs.set(row.key, next);
    next -= discSlot;
  }
  const reader = discs.size === 0 ? next : next - (glyphSlot - discSlot);
  const writers = pillar.instances.filter(({ role }) => role === 'writer');
  const readerRow = rows.find(({ kind }) => kind === 'reader');
  const writerReads = writers.some(({ picture }) => readerRow?.answers?.includes(picture.path));
  if (readerRow !== undefined && writerReads) discs.set(readerRow.key, reader);
  const shared = writers.length > 0 && (writers.length < pillar.instances.length || writerReads);
  const writer = shared ? reader - glyphSlot : reader;
  return { reader, writer, discs, left: writer - 8 };
}
