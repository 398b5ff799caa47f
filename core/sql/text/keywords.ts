import type { Range } from '../../text/range.ts';
import { isWord, type Token } from './token.ts';

/** Where these keywords, one or several with blanks between them, stand behind each other. */
export function keywordRanges(tokens: readonly Token[], keywords: string): readonly Range[] {
  const words = keywords.toLowerCase().split(' ');
  return tokens.flatMap((first, index): readonly Range[] => {
    const last = tokens[index + words.length - 1];
    const isThere = words.every((word, at) => isWord(tokens[index + at], word));
    return isThere && last !== undefined ? [{ start: first.start, end: last.end }] : [];
  });
}
