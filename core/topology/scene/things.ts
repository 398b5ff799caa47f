import type { BoxNode, Scene, SceneNode } from './scene.ts';

/** Something of the picture that can be chosen, with where it stands in the scene. */
export interface PlacedThing {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Everything in a scene that can be chosen, in drawing order. */
export function thingsOf(scene: Scene): readonly PlacedThing[] {
  return thingsIn(scene.children, 0, 0);
}

function thingsIn(nodes: readonly SceneNode[], x: number, y: number): readonly PlacedThing[] {
  return nodes
    .filter((node): node is BoxNode => node.kind === 'box')
    .flatMap((box) => {
      const { key, path, name, width, height, children } = box;
      const place = { x: x + box.x, y: y + box.y };
      const inner = thingsIn(children, place.x, place.y);
      return path === undefined || name === undefined
        ? inner
        : [{ key, path, name, width, height, ...place }, ...inner];
    });
}

/** The thing that shows what stands at a path of the design, or around it. */
export function thingAt(things: readonly PlacedThing[], path: string): PlacedThing | undefined {
  const around = thingAround(path, new Set(things.map((thing) => thing.path)));
  return things.find(({ key }) => key === around) ?? things.find((thing) => thing.path === around);
}

/** The path of the innermost of `things` that is at `path` or around it. */
export function thingAround(path: string, things: ReadonlySet<string>): string | undefined {
  for (let around = path; around !== ''; around = pathAround(around)) if (things.has(around)) return around;
  return undefined;
}

/** Up to the last step; a dot inside a quoted key gives a piece that is no path, and so finds nothing. */
function pathAround(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
}

/**
 * The nearest thing in a direction: to the side by where names stand, so that a row is kept; up and down among what
 * stands above and below. Undefined when there is none.
 */
export function neighbour(
  things: readonly PlacedThing[],
  from: PlacedThing,
  direction: Direction,
): PlacedThing | undefined {
  const isHorizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  let nearest: PlacedThing | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const [dx, dy] = [middleOf(thing) - middleOf(from), nameOf(thing) - nameOf(from)];
    const along = (isHorizontal ? dx : dy) * sign;
    if (thing === from || along <= 0) continue;
    const across = isHorizontal ? 6 * Math.abs(dy) : 4 * sideways(thing, from) + Math.abs(dx) / 64;
    if (along + across < least) [nearest, least] = [thing, along + across];
  }
  return nearest;
}

function middleOf({ x, width }: PlacedThing): number {
  return x + width / 2;
}

/** Names stand at the top of a thing, also where other things stand inside it. */
function nameOf({ y, height }: PlacedThing): number {
  return y + Math.min(height / 2, 14);
}

/** How far one thing stands beside another; 0 where one is above the other. */
function sideways(a: PlacedThing, b: PlacedThing): number {
  return Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
}
