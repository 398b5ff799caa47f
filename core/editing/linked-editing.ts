import type { Range } from '../text/range.ts';
import { declarationsOf, type NameIndex, type NameKind } from './names/name.ts';

/** Names of one word, which stand in the same characters wherever they are written. */
const kindsOfOneWord: ReadonlySet<NameKind> = new Set(['instance', 'endpoint', 'cluster', 'snapshot', 'anchor']);

/**
 * The places that change together while a person types a name where it is declared: with all that
 * refers to it in the same characters. Undefined where there is only one place, and where something refers to the name:
 * who types there wants to name something else.
 */
export function linkedPlaces(index: NameIndex, text: string, offset: number): readonly Range[] | undefined {
  const found = index.at(offset);
  if (found === undefined) return undefined;
  const { kind, mentions, obstacle } = found.name;
  const isOneWord = kindsOfOneWord.has(kind) && obstacle === undefined;
  if (!isOneWord || found.mention.role !== 'declaration' || declarationsOf(found.name).length !== 1) return undefined;
  const written = ({ start, end }: Range) => text.slice(start, end);
  const own = written(found.mention.range);
  const same = mentions.map(({ range }) => range).filter((range) => written(range) === own);
  return same.length > 1 ? same : undefined;
}

/** What a name of one word is made of, as a regular expression. */
export const wordPattern = '[A-Za-z0-9_-]*';
