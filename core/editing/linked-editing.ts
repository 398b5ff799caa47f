import type { Range } from '../text/range.ts';
import { declarationsOf, type NameIndex, type NameKind } from './names/name.ts';

/** Names of one word, which stand in the same characters wherever they are written. */
const kindsOfOneWord: ReadonlySet<NameKind> = new Set(['instance', 'endpoint', 'cluster', 'snapshot', 'anchor']);

/**
 * The places that change together while a person types a name at `offset`: where one thing declares it, with all that
 * refers to it in the same characters. Undefined where there is only one place, or nothing to hold together.
 */
export function linkedPlaces(index: NameIndex, text: string, offset: number): readonly Range[] | undefined {
  const found = index.at(offset);
  if (found === undefined) return undefined;
  const { kind, mentions, obstacle } = found.name;
  if (!kindsOfOneWord.has(kind) || obstacle !== undefined || declarationsOf(found.name).length !== 1) return undefined;
  const written = ({ start, end }: Range) => text.slice(start, end);
  const own = written(found.mention.range);
  const same = mentions.map(({ range }) => range).filter((range) => written(range) === own);
  return same.length > 1 ? same : undefined;
}

/** What a name of one word is made of, as a regular expression. */
export const wordPattern = '[A-Za-z0-9_-]*';
