import type { BoxNode, CellsNode, GlyphNode, RectNode, Scene, SceneNode, TextNode } from '../scene/scene.ts';
import { type DrawnElement, element, type Ring } from './drawn-element.ts';
import { glyphs } from './glyphs.ts';
import { drawLine } from './line-drawing.ts';

/** The elements of a scene, in drawing order: what the panel renders and what the exported SVG writes. */
export function draw(scene: Scene): readonly DrawnElement[] {
  return [hatches, ...scene.children.flatMap(drawNode)];
}

/** Patterns for what is dark (`hatch-line`) and for what is missing (`hatch-stop`). */
const hatches = element(
  'defs',
  {},
  [
    ['line', 'edge'],
    ['stop', 'stop'],
  ].map(([name, tone]) =>
    element('pattern', { id: `hatch-${name}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
      element('path', { class: `no-fill stroke-${tone}`, d: 'M-1 9 9 -1M-1 1 1 -1M7 9 9 7' }),
    ]),
  ),
);

/** The elements of one node of a scene. */
export function drawNode(node: SceneNode): readonly DrawnElement[] {
  switch (node.kind) {
    case 'box':
      return [drawBox(node)];
    case 'rect':
      return drawRect(node);
    case 'text':
      return [drawText(node)];
    case 'glyph':
      return [drawGlyph(node)];
    case 'line':
      return drawLine(node);
    case 'cells':
      return [drawCells(node)];
  }
}

function drawBox(box: BoxNode): DrawnElement {
  const { key, x, y, path, name, children } = box;
  const drawn = children.flatMap(drawNode);
  const group = { tag: 'g', key, attributes: { transform: `translate(${x} ${y})` } };
  if (path === undefined || name === undefined) return { ...group, children: drawn };
  return { ...group, children: [element('title', {}, [name]), ...drawn], thing: { path, name, ring: ringAround(box) } };
}

/** How far the ring stands off from words that begin where their box begins, and where it ends. */
const clear = { left: 6, right: 2 };

function ringAround({ width, height, radius, bare }: BoxNode): Ring {
  if (bare !== true) return { x: 0, y: 0, width, height, radius };
  const { left, right } = clear;
  return { x: -left, y: 0, width: left + width + right, height, radius };
}

/** Edges lie on the inside, in the middle of the outermost pixels. */
function drawRect(node: RectNode): readonly DrawnElement[] {
  const { x, y, width, height, radius, round, fill, hatched, edge, dash } = node;
  const inset = edge === undefined ? 0 : 0.5;
  const box = {
    x: x + inset,
    y: y + inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
  };
  const shape = (classes: string, more: Readonly<Record<string, string>> = {}): DrawnElement => {
    if (round === undefined)
      return element('rect', { class: classes, ...box, ...(radius > 0 && { rx: radius }), ...more });
    const { x: left, y: top } = box;
    const d = `M${left} ${top + box.height}V${top + radius}q0 ${-radius} ${radius} ${-radius}H${left + box.width - radius}q${radius} 0 ${radius} ${radius}V${top + box.height}Z`;
    return element('path', { class: classes, d, ...more });
  };
  const classes = [fill === undefined ? 'no-fill' : `fill-${fill}`, ...(edge === undefined ? [] : [`stroke-${edge}`])];
  const area = shape([...classes, ...(dash === undefined ? [] : [dash])].join(' '));
  return hatched === undefined ? [area] : [area, shape('hatch', { fill: `url(#hatch-${hatched})` })];
}

/** An unknown value is a question mark with a dotted line under it. */
function drawText({ x, y, text, style, tone, anchor }: TextNode): DrawnElement {
  const attributes = { class: `${style}-text fill-${tone}`, x, y, ...(anchor && { 'text-anchor': anchor }) };
  const pieces = text.split(/(\?)/).filter((piece) => piece !== '');
  const children = pieces.map((piece) => (piece === '?' ? element('tspan', { class: 'unknown' }, [piece]) : piece));
  return element('text', attributes, children);
}

function drawGlyph({ name, x, y, tone }: GlyphNode): DrawnElement {
  const classOf = {
    fill: `fill-${tone}`,
    outline: `glyph-outline no-fill stroke-${tone}`,
    'outline-on-bg': `glyph-outline fill-bg stroke-${tone}`,
    cut: 'fill-bg',
  };
  const parts = glyphs[name].map(({ paint, d, dashed }) =>
    element('path', { class: dashed === true ? `${classOf[paint]} glyph-away` : classOf[paint], d }),
  );
  return element('g', { transform: `translate(${x} ${y})` }, parts);
}

/** A row of cells is one dashed stroke: as many dashes as cells. */
function drawCells({ x, y, columns, count, pitch, tone }: CellsNode): DrawnElement {
  const cell = pitch > 1 ? pitch - 1 : 1;
  const rows: string[] = [];
  for (let first = 0; first < count; first += columns) {
    const inRow = Math.min(columns, count - first);
    rows.push(`M${x} ${y + (first / columns) * pitch + cell / 2}h${inRow * pitch - (pitch - cell)}`);
  }
  return element('path', {
    class: `no-fill stroke-${tone}`,
    d: rows.join(''),
    'stroke-width': cell,
    ...(pitch > 1 && { 'stroke-dasharray': `${cell} ${pitch - cell}` }),
  });
}
