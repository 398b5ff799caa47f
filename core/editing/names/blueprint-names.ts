import { formatPath, type Path } from '../../design/path.ts';
import type { Blueprint } from '../../design/readers/blueprint.ts';
import { anchorNames } from './anchor-names.ts';
import { type DesignMention, type DesignName, designNames } from './design-names.ts';
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
  for (const mention of mentions) {
    for (const written of places[mention.design]?.mentionsOf(mention) ?? []) {
      const known = found.get(written.range.start);
      if (known === undefined || written.role === 'declaration') found.set(written.range.start, written);
    }
  }
  const other = otherUse(mentions, places);
  const isBeside = mentions.some(({ role }) => role === 'declaration') && !isDeclaredIn(found);
  const name: Name = { kind, text, scope, mentions: [...found.values()], ...(isBeside && { isDeclaredBeside: true }) };
  if (other === undefined) return name;
  const obstacle = `${text} stands behind an anchor that gives ${formatPath(other)} too. Write the value out there first, so that only what means this name changes with it.`;
  return { ...name, obstacle };
}

function isDeclaredIn(found: ReadonlyMap<number, Mention>): boolean {
  return [...found.values()].some(({ role }) => role === 'declaration');
}

/** A value that is given by the same characters as a name, and does not mean it. */
function otherUse(mentions: readonly DesignMention[], places: readonly DesignPlaces[]): Path | undefined {
  const sharing = mentions.filter(({ design }) => places[design]?.hasAliases === true);
  if (sharing.length === 0) return undefined;
  const own = new Set(sharing.map(({ design, path }) => `${design} ${formatPath(path)}`));
  for (const mention of sharing) {
    const uses = places[mention.design]?.usesOf(mention) ?? [];
    const other = uses.find((use) => !own.has(`${mention.design} ${formatPath(use)}`));
    if (other !== undefined) return other;
  }
  return undefined;
}
