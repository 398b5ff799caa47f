import type { Tone } from '../scene/scene.ts';
import { textStyles } from '../scene/text-width.ts';

type Palette = Readonly<Record<Tone, string>>;

/** Mixes ink over the background, in hundredths, as the theme does in the panel. */
function paletteOf(bg: number, ink: number, accent: string, stop: string, warn: string): Palette {
  const mix = (hundredths: number) => {
    const channel = (shift: number) => {
      const [back, front] = [(bg >> shift) & 255, (ink >> shift) & 255];
      return Math.round((front * hundredths + back * (100 - hundredths)) / 100);
    };
    const value = (channel(16) << 16) | (channel(8) << 8) | channel(0);
    return `#${value.toString(16).padStart(6, '0')}`;
  };
  return {
    bg: mix(0),
    ink: mix(100),
    'ink-2': mix(78),
    line: mix(56),
    edge: mix(22),
    hair: mix(16),
    lit: mix(4.5),
    base: mix(9),
    fill: mix(13),
    cell: mix(34),
    accent,
    'on-accent': '#ffffff',
    stop,
    warn,
  };
}

const light = paletteOf(0xffffff, 0x3b3b3b, '#005fb8', '#c72e0f', '#bf8803');
const dark = paletteOf(0x1f1f1f, 0xcccccc, '#0078d4', '#f14c4c', '#cca700');

function colours(palette: Palette): string {
  const rules = Object.entries(palette).map(
    ([tone, colour]) => `.fill-${tone}{fill:${colour}}.stroke-${tone}{stroke:${colour}}`,
  );
  return rules.join('');
}

const texts = Object.entries(textStyles)
  .map(([style, { size, bold }]) => `.${style}-text{font-size:${size}px${bold ? ';font-weight:600' : ''}}`)
  .join('');

/** Style sheet of an exported picture: resolved colours for light, and for dark where the reader asks for it. */
export const pictureStyle = [
  'text{font-family:system-ui,"Segoe UI","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}',
  texts,
  '.no-fill{fill:none}.hairline{stroke-width:1}.regular{stroke-width:1.5}.strong{stroke-width:2}.halo{stroke-width:7}',
  '.glyph-outline{stroke-width:1.5;stroke-linejoin:round}.glyph-away{stroke-dasharray:3 2}.dashed{stroke-dasharray:5 4}.dotted{stroke-dasharray:2 3}',
  '.unknown{text-decoration:underline dotted}',
  colours(light),
  `@media(prefers-color-scheme:dark){${colours(dark)}}`,
].join('\n');
