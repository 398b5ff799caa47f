/** How much of a card is shown: all of it, two lines, or one line. */
export type Density = 'large' | 'medium' | 'line';

/** Height of a card, the space to the next one, and the middle of its first line, on which its glyph stands. */
export const cardMeasures = {
  large: { height: 98, gap: 8, firstLine: 21 },
  medium: { height: 52, gap: 8, firstLine: 17 },
  line: { height: 28, gap: 4, firstLine: 14 },
} as const;

/** One density for a whole Region, by the most instances that stand in one place. */
export function densityFor(mostInstances: number): Density {
  if (mostInstances <= 1) return 'large';
  return mostInstances === 2 ? 'medium' : 'line';
}

/** Height of a stack of `count` cards. */
export function stackHeight(count: number, density: Density): number {
  const { height, gap } = cardMeasures[density];
  return count === 0 ? 0 : count * (height + gap) - gap;
}

/** Space between the edge of a pillar and its cards. */
export function cardInset(pillarWidth: number): number {
  return pillarWidth < 120 ? 4 : 8;
}

/** Space between the edge of a pillar and its name. */
export function pillarPadding(pillarWidth: number): number {
  return pillarWidth < 120 ? 8 : 14;
}

/** Space between the edge of a card and what stands in it; in cards of one line, ids begin under the name of the AZ. */
export function cardPadding(cardWidth: number, density: Density): number {
  if (density === 'line') return 6;
  return cardWidth < 120 ? 8 : 14;
}
