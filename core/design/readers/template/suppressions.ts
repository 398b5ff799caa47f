import type { Suppression } from '../../../rules/control/suppression.ts';
import type { Range } from '../../../text/range.ts';
import type { Path } from '../../path.ts';
import { commentSuppressions, coveredBy } from '../blueprint/suppressions.ts';
import type { Place } from '../locator.ts';
import { type Expression, entryOf, type MapEntry } from './expression.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/**
 * The suppressions of a template: comments as in a blueprint, and for JSON, which has none, `AuroraBlueprint.ignore` in
 * the Metadata of a resource or of the template, a mapping from rule to reason. It covers what holds the Metadata.
 */
export function templateSuppressions(text: string, { root, document }: TemplateSyntax): readonly Suppression[] {
  const metadata = metadataSuppressions(root, { start: 0, end: text.length });
  const resources = entryOf(root, 'Resources')?.value;
  for (const { value, whole } of resources?.kind === 'map' ? resources.entries.values() : []) {
    metadata.push(...metadataSuppressions(value, whole));
  }
  if (!text.includes('aurora-ignore')) return metadata;
  return [...metadata, ...commentSuppressions(text, placesIn(root, []), document.range[2])];
}

function metadataSuppressions(holder: Expression, covers: MapEntry['whole']): Suppression[] {
  const own = entryOf(entryOf(holder, 'Metadata')?.value, 'AuroraBlueprint')?.value;
  const ignore = entryOf(own, 'ignore')?.value;
  if (ignore?.kind !== 'map') return [];
  return [...ignore.entries].map(([rule, { key, value }]) => {
    const reason = value.kind === 'scalar' ? value.text.trim() : '';
    return { rules: [rule], reason, range: key, whole: undefined, covers };
  });
}

/** What a comment at `offset` of a template covers. */
export function coveredByComment(text: string, { root }: TemplateSyntax, offset: number): Range | undefined {
  return coveredBy(text, placesIn(root, []), text.indexOf('#', offset));
}

/** Every entry of the mappings of a template. */
function placesIn(expression: Expression, path: Path): readonly Place[] {
  if (expression.kind === 'list') return expression.items.flatMap((item, index) => placesIn(item, [...path, index]));
  if (expression.kind !== 'map') return [];
  return [...expression.entries].flatMap(([name, { key, whole, value }]) => {
    const own = [...path, name];
    return [{ path: own, key, value: value.range, whole, shared: false }, ...placesIn(value, own)];
  });
}
