import type { BoxNode, Scene, SceneNode, TextNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';

/** A rectangle in the scene's own coordinates, with what it belongs to. */
export interface Area {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Placed<N> {
  readonly node: N;
  /** The boxes around it, outermost first; its own coordinates count from the last. */
  readonly parents: readonly BoxNode[];
}

function walk(children: readonly SceneNode[], parents: readonly BoxNode[]): readonly Placed<SceneNode>[] {
  return children.flatMap((node) => [
    { node, parents },
    ...(node.kind === 'box' ? walk(node.children, [...parents, node]) : []),
  ]);
}

function areaAt(what: string, x: number, y: number, width: number, height: number, parents: readonly BoxNode[]): Area {
  const left = parents.reduce((sum, box) => sum + box.x, x);
  const top = parents.reduce((sum, box) => sum + box.y, y);
  return { what, left, top, right: left + width, bottom: top + height };
}

function textArea(node: TextNode, parents: readonly BoxNode[]): Area {
  const width = textWidth(node.text, node.style);
  const shift = node.anchor === 'end' ? width : node.anchor === 'middle' ? Math.ceil(width / 2) : 0;
  return areaAt(`"${node.text}"`, node.x - shift, node.y - 9, width, 11, parents);
}

/** Every text with the area it takes by the width table. */
export function textAreas(scene: Scene): readonly Area[] {
  return walk(scene.children, []).flatMap(({ node, parents }) =>
    node.kind === 'text' ? [textArea(node, parents)] : [],
  );
}

/** Boxes side by side: each with those that have the same parent. */
export function siblingAreas(scene: Scene): readonly (readonly Area[])[] {
  const groups = new Map<string, Area[]>();
  for (const { node, parents } of walk(scene.children, [])) {
    if (node.kind !== 'box') continue;
    const parent = parents.map(({ key }) => key).join(' > ');
    const area = areaAt(node.key, node.x, node.y, node.width, node.height, parents);
    groups.set(parent, [...(groups.get(parent) ?? []), area]);
  }
  return [...groups.values()];
}

/** Everything that stands in a box, with that box; and the outermost things with the scene. */
export function nestedAreas(scene: Scene): readonly { readonly inner: Area; readonly outer: Area }[] {
  const whole = areaAt('scene', 0, 0, scene.width, scene.height, []);
  return walk(scene.children, []).flatMap(({ node, parents }) => {
    const parent = parents.at(-1);
    const outer = parent === undefined ? whole : areaAt(parent.key, 0, 0, parent.width, parent.height, parents);
    if (node.kind === 'text') return [{ inner: textArea(node, parents), outer }];
    if (node.kind === 'glyph') return [{ inner: areaAt(node.name, node.x + 1, node.y + 1, 14, 14, parents), outer }];
    if (node.kind === 'box')
      return [{ inner: areaAt(node.key, node.x, node.y, node.width, node.height, parents), outer }];
    if (node.kind === 'rect')
      return [{ inner: areaAt('rect', node.x, node.y, node.width, node.height, parents), outer }];
    return [];
  });
}

export function overlap(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** The pairs of a list that overlap, in words. */
export function overlapping(areas: readonly Area[]): readonly string[] {
  return areas.flatMap((area, index) =>
    areas.slice(index + 1).flatMap((other) => (overlap(area, other) ? [`${area.what} and ${other.what}`] : [])),
  );
}
