import { readBlueprint } from '../design/readers/blueprint.ts';
import { blueprintNames } from '../editing/names/blueprint-names.ts';
import { blueprintRefactorings } from '../editing/refactorings/blueprint-refactorings.ts';
import type { Refactoring } from '../editing/refactorings/refactoring.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { applyEdits } from '../text/range.ts';
import { readFixture } from './markers.ts';

/** What is offered at the cursor (`$0`) of a blueprint, with its text. */
export function offered(marked: string): { readonly text: string; readonly refactorings: readonly Refactoring[] } {
  const { text, cursor = 0 } = readFixture(marked);
  return { text, refactorings: refactoringsAt(text, cursor) };
}

/** What is offered where the cursor stands in a blueprint. */
export function refactoringsAt(text: string, cursor: number): readonly Refactoring[] {
  const blueprint = readBlueprint(text);
  const known = { findings: () => checkBlueprint(blueprint), names: () => blueprintNames(blueprint) };
  return blueprintRefactorings(blueprint, known, { start: cursor, end: cursor }, () => true);
}

/** The titles of what is offered at the cursor. */
export function titles(marked: string): readonly string[] {
  return offered(marked).refactorings.map(({ title }) => title);
}

/** The blueprint after the refactoring whose title contains some words. */
export function refactor(marked: string, words: string): string {
  const { text, refactorings } = offered(marked);
  const chosen = refactorings.find(({ title }) => title.includes(words));
  if (chosen === undefined) throw new Error(`${words} is not among: ${titles(marked).join('; ')}`);
  return applyEdits(text, chosen.edits());
}
