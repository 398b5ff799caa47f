import type { Scene } from '../scene/scene.ts';
import { draw } from './drawing.ts';
import type { DrawnElement } from './drawn-element.ts';
import { pictureStyle } from './palette.ts';

/** A scene as an SVG file with its own light and dark colours. The same scene gives the same bytes. */
export function toSvg(scene: Scene): string {
  const { width, height, title, description } = scene;
  const attributes = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const lines = [
    `<svg ${attributes} role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<style>${pictureStyle}</style>`,
    `<rect class="fill-bg" width="${width}" height="${height}"/>`,
    ...draw(scene).map(write),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function write({ tag, attributes, children }: DrawnElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : write(child))).join('');
  return inside === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inside}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it; characters that XML cannot hold become the replacement character. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r -\uD7FF\uE000-\u{10FFFF}]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character: string) => entities[character] ?? character);
}
