import type { GlyphName, GlyphNode, SceneNode, TextNode, Tone } from './scene.ts';
import { fitText, type TextStyle, textStyles, textWidth } from './text-width.ts';

/** Text whose middle stands at `centre`. */
export function text(
  x: number,
  centre: number,
  content: string,
  style: TextStyle,
  tone: Tone,
  anchor?: 'middle' | 'end',
): TextNode {
  const y = centre + Math.round(textStyles[style].size * 0.36);
  return { kind: 'text', x, y, text: content, style, tone, ...(anchor && { anchor }) };
}

/** A glyph whose middle stands at `x`, `centre`. */
export function glyph(name: GlyphName, x: number, centre: number, tone: Tone): GlyphNode {
  return { kind: 'glyph', name, x: x - 8, y: centre - 8, tone };
}

/** A few words with how they are set, and perhaps a glyph before them. */
export interface Words {
  readonly text: string;
  /** What is said where the text has no room; where this has none either, nothing is. */
  readonly short?: string;
  readonly style: TextStyle;
  readonly tone: Tone;
  readonly glyph?: { readonly name: GlyphName; readonly tone: Tone };
}

/** Width of a glyph before words, with the space behind it. */
export const glyphRoom = 20;
/** Space between two groups of words. */
export const wordGap = 12;

/** Words on one line from `x` on, as many as fit into `width`; the last ones are shortened or left out. */
export function lineOfWords(words: readonly Words[], x: number, centre: number, width: number): readonly SceneNode[] {
  const nodes: SceneNode[] = [];
  let left = x;
  for (const { text: content, short, style, tone, glyph: sign } of words) {
    const textLeft = sign === undefined ? left : left + glyphRoom;
    const room = x + width - textLeft;
    const shown =
      short === undefined
        ? fitText(content, room, style)
        : ([content, short].find((words) => textWidth(words, style) <= room) ?? '');
    if (shown === '' && content !== '') break;
    if (sign !== undefined) nodes.push(glyph(sign.name, left + 8, centre, sign.tone));
    if (shown !== '') nodes.push(text(textLeft, centre, shown, style, tone));
    left = textLeft + textWidth(shown, style) + wordGap;
  }
  return nodes;
}
