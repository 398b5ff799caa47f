/**
 * How a text of the picture is set, with the size in pixels: `name` for what has a name, `body` for values, `secondary`
 * for what is said beside a name, `small` for axes and lane letters.
 */
export const textStyles = {
  name: { size: 13, bold: true },
  body: { size: 13, bold: false },
  secondary: { size: 12, bold: false },
  'secondary-name': { size: 12, bold: true },
  small: { size: 11, bold: false },
} as const;

export type TextStyle = keyof typeof textStyles;

/**
 * Advance widths of the characters from space to tilde in thousandths of an em, as DejaVu Sans has them: the widest
 * of the fonts that platforms use for their interface, so that what fits here fits everywhere.
 */
// biome-ignore format: sixteen to a row
const regular = [
  318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337,
  637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531,
  1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788,
  604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500,
  500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612,
  635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
];

/** The same for DejaVu Sans Bold. */
// biome-ignore format: sixteen to a row
const bold = [
  349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366,
  696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 581,
  1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 373, 775, 638, 996, 837, 851,
  733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 366, 458, 838, 500,
  500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
  716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
];

/** Any other character counts as a full em. */
const otherWidth = 1000;

function thousandthsOf(character: string, style: TextStyle): number {
  const widths = textStyles[style].bold ? bold : regular;
  return (widths[(character.codePointAt(0) ?? 0) - 32] ?? otherWidth) * textStyles[style].size;
}

/** Width of a text in whole pixels, rounded up. It never looks at a screen, so that it is the same everywhere. */
export function textWidth(text: string, style: TextStyle): number {
  let total = 0;
  for (const character of text) total += thousandthsOf(character, style);
  return Math.ceil(total / 1000);
}

/** The text, or as much of its beginning as fits into `width` with an ellipsis behind it; empty when nothing fits. */
export function fitText(text: string, width: number, style: TextStyle): string {
  const room = width * 1000;
  const ellipsis = thousandthsOf('…', style);
  let used = 0;
  let beginning = '';
  let shortened = '';
  for (const character of text) {
    used += thousandthsOf(character, style);
    if (used > room) return shortened;
    beginning += character;
    if (used + ellipsis <= room) shortened = `${beginning.trimEnd()}…`;
  }
  return text;
}

/** The name, or its beginning and end with an ellipsis between them: names that belong together differ at the end. */
export function fitName(name: string, width: number, style: TextStyle): string {
  if (textWidth(name, style) <= width) return name;
  const characters = [...name];
  let free = width * 1000 - thousandthsOf('…', style);
  let start = 0;
  let end = characters.length;
  while (start < end) {
    const atEnd = characters.length - end <= start;
    free -= thousandthsOf((atEnd ? characters[end - 1] : characters[start]) ?? '', style);
    if (free < 0) break;
    if (atEnd) end -= 1;
    else start += 1;
  }
  if (end === characters.length) return '';
  return `${characters.slice(0, start).join('')}…${characters.slice(end).join('')}`;
}

/** As many of the parts as fit into `width`, joined; the last ones are left out first. */
export function fitParts(parts: readonly string[], separator: string, width: number, style: TextStyle): string {
  for (let count = parts.length; count > 0; count -= 1) {
    const text = parts.slice(0, count).join(separator);
    if (textWidth(text, style) <= width) return text;
  }
  return fitText(parts[0] ?? '', width, style);
}
