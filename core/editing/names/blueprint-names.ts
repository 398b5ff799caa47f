import { formatPath } from '../../design/path.ts';
import type { Blueprint } from '../../design/readers/blueprint.ts';
import { anchorNames } from './anchor-names.ts';
import { type DesignName, designNames } from './design-names.ts';
import { DesignPlaces } from './design-places.ts';
import { type Mention, type Name, NameIndex } from './name.ts';

/** Every name of a blueprint: what is declared where, and referred to where. Never throws. */
export function blueprintNames({ text, documents }: Blueprint): NameIndex {
  const places = documents.map((document) => new DesignPlaces(text, document));
  const names = designNames(documents.map(({ design }) => design)).map((name) => nameOf(name, places));
  const anchors = documents.flatMap(({ source }, index) => anchorNames(text, source.document.contents, `${index}`));
  return new NameIndex([...names.filter(({ mentions }) => mentions.length > 0), ...anchors]);
}

/** A name of designs with the places at which their texts write it. */
export function nameOf({ kind, text, scope, mentions }: DesignName, places: readonly DesignPlaces[]): Name {
  const found = new Map<number, Mention>();
  const own = new Set(mentions.map(({ design, path, at }) => `${design} ${at} ${formatPath(path)}`));
  let obstacle: string | undefined;
  for (const mention of mentions) {
    const place = places[mention.design];
    for (const written of place?.mentionsOf(mention) ?? []) {
      const known = found.get(written.range.start);
      if (known === undefined || written.role === 'declaration') found.set(written.range.start, written);
    }
    const other = place?.otherUse(mention, (use) => own.has(`${mention.design} value ${formatPath(use)}`));
    if (other !== undefined) {
      obstacle ??= `${text} stands behind an anchor that gives ${formatPath(other)} too. Write the value out there first, so that only what means this name changes with it.`;
    }
  }
  return { kind, text, scope, mentions: [...found.values()], ...(obstacle === undefined ? {} : { obstacle }) };
}
