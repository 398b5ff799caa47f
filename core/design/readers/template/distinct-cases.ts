/** What was seen of one case, and for which other cases the same holds. */
export interface Look<T, Case> {
  readonly value: T;
  readonly holdsFor: (other: Case) => boolean;
}

/** Looks at cases of a template, once for all that do not differ in what is looked at. */
export function distinctCases<T, Case>(
  cases: readonly Case[],
  look: (one: Case) => Look<T, Case>,
): readonly { readonly value: T; readonly cases: readonly Case[] }[] {
  const seen: { value: T; cases: readonly Case[] }[] = [];
  for (let left = cases; left[0] !== undefined; ) {
    const { value, holdsFor } = look(left[0]);
    // Most of what is looked at is the same in all cases.
    if (left.every(holdsFor)) {
      seen.push({ value, cases: left });
      break;
    }
    seen.push({ value, cases: left.filter(holdsFor) });
    left = left.filter((other) => !holdsFor(other));
  }
  return seen;
}
