/** How much of a card is shown: all of it, two lines, or one line. */
export type Density = 'large' | 'medium' | 'line';

/** Height of a card and the space to the next one. */
export const cardMeasures: Readonly<Record<Density, { readonly height: number; readonly gap: number }>> = {
  large: { height: 98, gap: 8 },
  medium: { height: 52, gap: 8 },
  line: { height: 28, gap: 4 },
};

/** One density for a whole Region, by the most instances that stand in one AZ. */
export function densityFor(mostInstances: number): Density {
  if (mostInstances <= 1) return 'large';
  return mostInstances === 2 ? 'medium' : 'line';
}
