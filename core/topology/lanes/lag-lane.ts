import type { Instant } from '../../simulation/timeline.ts';
import { text, type Words } from '../scene/caption.ts';
import type { RectNode, SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { formatLag } from '../views/live-figures.ts';
import type { LagSeries } from './lag-series.ts';
import { type LanePlace, laneFloor } from './lane.ts';
import { stretchAt } from './series.ts';
import { stepLines, visibleIn } from './step-line.ts';
import { xOf } from './time-axis.ts';

/** Doublings from 1 ms, evenly within each; nothing is below 1 ms. */
function doublings(milliseconds: number): number {
  let [count, left] = [0, milliseconds];
  while (left >= 2) [count, left] = [count + 1, left / 2];
  return count + Math.max(0, left - 1);
}

/** How far readers and secondaries are behind, on a logarithmic scale from 1 ms to the most of the run, each line named. */
export function lagLane(lags: readonly LagSeries[], place: LanePlace): readonly SceneNode[] {
  const { top, height } = place;
  const values = lags.flatMap(({ stretches }) => stretches.flatMap(({ value }) => value ?? []));
  const most = Math.max(1, ...values.map(doublings));
  const floor = top + height;
  const yOf = (lag: number) => floor - 3 - Math.round((doublings(lag) * (height - 6)) / most);
  return [
    laneFloor(place),
    ...lags.flatMap(({ name, stretches }) => stepLines(`lag/${name}`, stretches, yOf, place)),
    ...namesOfLines(lags, yOf, place),
  ];
}

const halfHeight = 6;

/** Names where lines begin, above or below them; lines that begin at one place share them, and what finds no room is left out. */
function namesOfLines(
  lags: readonly LagSeries[],
  yOf: (lag: number) => number,
  place: LanePlace,
): readonly SceneNode[] {
  const { axis, top, height } = place;
  const beginnings = new Map<string, { readonly x: number; readonly line: number; readonly names: string[] }>();
  for (const { name, stretches } of lags) {
    const first = visibleIn(stretches, place).find(({ value }) => value !== undefined);
    if (first?.value === undefined) continue;
    const [x, line] = [xOf(axis, first.from) + 6, yOf(first.value)];
    const known = beginnings.get(`${x} ${line}`);
    if (known === undefined) beginnings.set(`${x} ${line}`, { x, line, names: [name] });
    else known.names.push(name);
  }
  const plates: RectNode[] = [];
  const labels: SceneNode[] = [];
  for (const { x, line, names } of beginnings.values()) {
    const shown = fitText(names.join(', '), axis.width - 10, 'small');
    const left = Math.min(x, axis.x + axis.width - textWidth(shown, 'small') - 4);
    const isLow = line > top + height / 2;
    const plate = (isLow ? [line + 9, line - 9] : [line - 9, line + 9])
      .map((centre) => plateAround(shown, left, centre))
      .find((area) => {
        const isInside = area.y >= top - 2 && area.y + area.height <= top + height + 1;
        return isInside && plates.every((other) => !overlap(area, other));
      });
    if (plate === undefined) continue;
    plates.push(plate);
    labels.push(plate, text(left + 2, plate.y + halfHeight, shown, 'small', 'ink-2'));
  }
  return labels;
}

function plateAround(words: string, x: number, centre: number): RectNode {
  const width = textWidth(words, 'small') + 4;
  return { kind: 'rect', x, y: centre - halfHeight, width, height: 2 * halfHeight, radius: 0, fill: 'bg' };
}

function overlap(one: RectNode, other: RectNode): boolean {
  const [apartX, apartY] = [6, 2];
  return (
    one.x < other.x + other.width + apartX &&
    other.x < one.x + one.width + apartX &&
    one.y < other.y + other.height + apartY &&
    other.y < one.y + one.height + apartY
  );
}

/** The lags at an instant, from the least on. */
export function lagWords(lags: readonly LagSeries[], at: Instant): Words {
  const now = lags.flatMap(({ stretches }) => stretchAt(stretches, at)?.value ?? []);
  const said = [...new Set(now.toSorted((one, other) => one - other).map(formatLag))];
  const plain = { style: 'body', tone: 'ink' } as const;
  if (said.length === 0) return { ...plain, text: 'nobody follows', short: 'none' };
  return { ...plain, text: said.join(', '), short: said.at(-1) ?? '' };
}
