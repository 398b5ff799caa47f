import { nearestName } from '../../text/nearest-name.ts';
import { priceNames } from '../prices.ts';
import type { PlainScenario, Problem } from '../scenario.ts';

/** The prices that a scenario sets, in millionths of a USD: of a class by the hour, or one of the other names. */
export function compilePrices({
  prices = {},
}: PlainScenario): { readonly amounts: Readonly<Record<string, number>> } | Problem {
  const amounts: Record<string, number> = {};
  for (const [name, text] of Object.entries(prices)) {
    if (!/^db\.[\w.-]+$/.test(name) && !priceNames.some((known) => known === name))
      return { problem: unknownPrice(name) };
    if (!/^\s*\d{1,6}(\.\d{1,6})?\s*$/.test(text)) {
      return { problem: `The price ${name} cannot be read; give USD with at most six decimals, such as 0.276.` };
    }
    amounts[name] = Math.round(Number(text) * 1_000_000);
  }
  return { amounts };
}

function unknownPrice(name: string): string {
  const meant = nearestName(name, priceNames);
  const list = `an instance class such as db.r7g.large, ${priceNames.join(', ')}`;
  return `There is no price ${name}; ${meant === undefined ? `there are ${list}` : `did you mean ${meant}`}${meant === undefined ? '.' : '?'}`;
}
