import { drawNode } from '@aurora-blueprint/core/topology/drawing/drawing.ts';
import type { GlyphName, Tone } from '@aurora-blueprint/core/topology/scene/scene.ts';
import { Drawn } from './drawn.tsx';

/** A glyph of the picture among words. */
export function Glyph({ name, tone }: { name: GlyphName; tone: Tone }) {
  return (
    <svg class="glyph" width="16" height="16" aria-hidden="true">
      <Drawn elements={drawNode({ kind: 'glyph', name, x: 0, y: 0, tone })} />
    </svg>
  );
}
