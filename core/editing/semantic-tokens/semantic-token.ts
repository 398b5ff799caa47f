import type { Range } from '../../text/range.ts';

/** What a word is, in the words of LSP, which every theme knows. */
export const tokenTypes = [
  'class',
  'enumMember',
  'function',
  'interface',
  'keyword',
  'parameter',
  'property',
  'struct',
  'variable',
] as const;

/** `defaultLibrary` is what AWS brings; `deprecated` what AWS no longer offers or supports. */
export const tokenModifiers = ['declaration', 'defaultLibrary', 'deprecated'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** A word of a text of which more is known than its form: a grammar cannot tell a name from any other text. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Tokens as editors take them: in order, none over another, none over the end of a line. What comes first wins. */
export function arranged(text: string, tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  const found = new Map<number, SemanticToken>();
  for (const token of tokens) {
    const { start, end } = token.range;
    if (end > start && !found.has(start) && !/[\r\n]/.test(text.slice(start, end))) found.set(start, token);
  }
  let last = 0;
  return [...found.values()]
    .sort((a, b) => a.range.start - b.range.start)
    .filter(({ range: { start, end } }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}
