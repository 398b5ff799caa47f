import type { Blueprint } from '../../design/readers/blueprint.ts';
import { distinctCases } from '../../design/readers/template/distinct-cases.ts';
import type { Template } from '../../design/readers/template.ts';
import type { NameIndex } from '../names/name.ts';
import { catalogueTokens, choiceTokens } from './known-words.ts';
import { nameTokens } from './name-tokens.ts';
import { arranged, type SemanticToken } from './semantic-token.ts';

/** The words of a blueprint of which more is known than their form, as of a day (`YYYY-MM-DD`). Never throws. */
export function blueprintTokens(
  { text, documents }: Blueprint,
  names: NameIndex,
  asOf: string,
): readonly SemanticToken[] {
  const known = documents.flatMap(({ design, locator }) => {
    const placed = { text, design, locator };
    return [...catalogueTokens(placed, asOf), ...choiceTokens(placed)];
  });
  return arranged(text, [...nameTokens(names), ...known]);
}

/** The same for a CloudFormation template, in every case of its conditions. */
export function templateTokens({ text, clusters }: Template, names: NameIndex, asOf: string): readonly SemanticToken[] {
  const known = clusters.flatMap(({ designs }) =>
    distinctCases(designs, (one) =>
      one.look((design) => catalogueTokens({ text, design, locator: one.locator }, asOf)),
    ).flatMap(({ value }) => value),
  );
  return arranged(text, [...nameTokens(names), ...known]);
}
