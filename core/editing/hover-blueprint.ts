import type { Shape } from '../design/format/shape.ts';
import { shapeAt } from '../design/format/shape-at.ts';
import type { Path } from '../design/path.ts';
import type { Blueprint, BlueprintDocument } from '../design/readers/blueprint.ts';
import { contains } from '../text/range.ts';
import { describeValue } from './described-value.ts';
import type { Hover } from './hover.ts';
import { hoverSuppression } from './hover-suppression.ts';
import { escapeMarkdown } from './markdown.ts';
import { meaningOf } from './meaning/meaning.ts';
import { propertyAsMarkdown } from './property-documentation.ts';

/**
 * Says what stands at `offset` of a blueprint: what a property is, its default, limits and sources; on a Region, an AZ,
 * an instance class or an instance what it is, and what that means in this design; on a suppression the rule. Undefined where nothing is known. Never throws.
 */
export function hoverBlueprint({ text, documents, format }: Blueprint, offset: number): Hover | undefined {
  const rule = hoverSuppression(text, offset);
  if (rule !== undefined) return rule;
  for (const document of documents) {
    const hover = hoverIn(text, format.shape, document, offset);
    if (hover !== undefined) return hover;
  }
  return undefined;
}

function hoverIn(
  text: string,
  whole: Shape,
  { design, locator }: BlueprintDocument,
  offset: number,
): Hover | undefined {
  const path = locator.pathAt(offset);
  const place = path === undefined ? undefined : locator.placeOf(path);
  const shape = path === undefined ? undefined : shapeAt(whole, path);
  if (place === undefined || shape === undefined) return undefined;
  const written = text.slice(place.value.start, place.value.end).replace(/^["']|["']$/g, '');
  const here = meaningOf(design, place.path, written);
  if (place.key !== undefined && contains(place.key, offset)) {
    return { contents: inParts([describeProperty(place.path, shape), here && escapeMarkdown(here)]), range: place.key };
  }
  if (shape.kind !== 'scalar' || !contains(place.value, offset)) return undefined;
  const value = describeValue(shape, design, place.path, written);
  const parts = [here && escapeMarkdown(here), value, describeProperty(place.path, shape)];
  return { contents: inParts(parts), range: place.value };
}

function inParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n---\n\n');
}

function describeProperty(path: Path, shape: Shape): string {
  const name = path.findLast((step) => typeof step === 'string');
  return `**${name}**\n\n${propertyAsMarkdown(shape)}`;
}
