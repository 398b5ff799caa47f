/** How conditions turn out together. */
export type Outcomes = ReadonlyMap<string, boolean>;

/** One condition with one outcome. */
type Literal = readonly [name: string, outcome: boolean];

/**
 * Says in which cases something holds: the fewest outcomes of conditions that are there in some of `holds`, best in all
 * of them, and in none of `fails`.
 */
export function whenText(holds: readonly Outcomes[], fails: readonly Outcomes[]): string {
  const [first] = holds;
  const literals = first === undefined ? [] : [...first];
  const single = literals.map((literal) => [literal]);
  const pairs = literals.flatMap((one, index) => literals.slice(index + 1).map((other) => [one, other]));
  const excluding = [...single, ...pairs].filter((candidate) => !fails.some((outcomes) => agrees(candidate, outcomes)));
  const best = excluding.find((candidate) => holds.every((outcomes) => agrees(candidate, outcomes)));
  const named = best ?? excluding[0] ?? literals;
  return `This is so when ${named.map(([name, outcome]) => `${name} is ${outcome}`).join(' and ')}.`;
}

function agrees(literals: readonly Literal[], outcomes: Outcomes): boolean {
  return literals.every(([name, outcome]) => outcomes.get(name) === outcome);
}
