import type { LineNode, Point } from '../scene/scene.ts';
import { type DrawnElement, element } from './drawn-element.ts';

const bend = 6;
const arrowSize = 5;

/** A line with its dot, its end, and the gap that it makes in lines drawn before. */
export function drawLine({
  key,
  points,
  tone,
  weight,
  dash,
  dot,
  end,
  halo,
  sharp,
}: LineNode): readonly DrawnElement[] {
  const first = points[0];
  const last = points.at(-1);
  const before = points.at(-2);
  if (first === undefined || last === undefined || before === undefined) return [];
  const offset = weight === 'hairline' ? 0.5 : 0;
  const classes = `no-fill stroke-${tone} ${weight}${dash === undefined ? '' : ` ${dash}`}`;
  const line = {
    ...element('path', { class: `line ${classes}`, d: polyline(points, offset, sharp === true ? 0 : bend) }),
    key,
  };
  const direction = { x: Math.sign(last.x - before.x), y: Math.sign(last.y - before.y) };
  return [
    ...(halo === true ? [element('path', { class: 'halo no-fill stroke-bg', d: gap(first, points[1] ?? last) })] : []),
    line,
    ...(dot === true ? [element('circle', { class: `fill-${tone}`, cx: first.x, cy: first.y, r: 3 })] : []),
    ...(end === undefined ? [] : [element('path', { class: classes, d: endOf(end, last, direction) })]),
  ];
}

/** A path through the points, each corner rounded by `radius` as far as its sides allow. */
function polyline(points: readonly Point[], offset: number, radius: number): string {
  const at = (point: Point) => `${point.x + offset} ${point.y + offset}`;
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${at(point)}`;
      if (after === undefined || radius === 0) return `L${at(point)}`;
      return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
    })
    .join('');
}

/** The point `radius` away from a corner, but no further than half of the side. */
function towards(corner: Point, other: Point, radius: number): Point {
  const step = (distance: number) => Math.sign(distance) * Math.min(radius, Math.abs(distance) / 2);
  return { x: corner.x + step(other.x - corner.x), y: corner.y + step(other.y - corner.y) };
}

/** The gap covers the first stretch, short of both ends, so that it never covers what the line belongs to. */
function gap(from: Point, to: Point): string {
  const step = { x: Math.sign(to.x - from.x) * bend, y: Math.sign(to.y - from.y) * bend };
  return `M${from.x + step.x} ${from.y + step.y}L${to.x - step.x} ${to.y - step.y}`;
}

function endOf(end: 'arrow' | 'stop', { x, y }: Point, direction: Point): string {
  const side = { x: direction.y, y: direction.x };
  const corner = (sign: number, back: number) =>
    `${x - direction.x * back + side.x * sign * arrowSize} ${y - direction.y * back + side.y * sign * arrowSize}`;
  if (end === 'stop') return `M${corner(-1, 0)}L${corner(1, 0)}`;
  return `M${corner(-1, arrowSize + 2)}L${x} ${y}L${corner(1, arrowSize + 2)}`;
}
