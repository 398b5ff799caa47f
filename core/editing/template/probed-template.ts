import type { Range } from '../../text/range.ts';
import { hasColonBehind, probe, probedTexts, textBefore, wordAt } from '../probe-text.ts';

/** A template with the probe at the cursor. */
export interface ProbedTemplate {
  readonly text: string;
  /** The word in whose place the probe stands, in the text without it. */
  readonly word: Range;
  /** The function of the tag in front of the word, which the text with the probe is without. */
  readonly tag: string | undefined;
  /** Whether the word stands in a `${}`. */
  readonly isSubstitution: boolean;
  readonly hasDash: boolean;
  readonly hasComma: boolean;
  readonly hasColon: boolean;
}

/**
 * The texts with the probe at `offset` of a template, in the order of what is likeliest. The tag in front of a word is
 * taken away, because what stands behind it is a value like one without; so is the exclamation mark of a begun tag.
 */
export function probedTemplates(text: string, offset: number): readonly ProbedTemplate[] {
  const substituted = inSubstitution(text, offset);
  if (substituted.length > 0) return substituted;
  const word = withColons(text, wordAt(text, offset));
  const { plain, tag } = withoutTag(text, word);
  const hasColon = hasColonBehind(text, word) || /^["']\s*:(\s|$)/.test(text.slice(word.end, word.end + 40));
  return probedTexts(plain, word).map((probed) => ({ ...probed, word, tag, hasColon, isSubstitution: false }));
}

/** Behind a key, the colons at the end of a word belong to it: `AWS::RDS::` is a type that is being written. */
function withColons(text: string, word: Range): Range {
  const [, begun] = /:[ \t]+["']?((?:[\w:]*:)?)$/.exec(textBefore(text, word)) ?? [];
  if (begun === undefined) return word;
  const [colons = ''] = /^:*/.exec(text.slice(word.end)) ?? [];
  return { start: word.start - begun.length, end: word.end + colons.length };
}

function withoutTag(text: string, word: Range): { readonly plain: string; readonly tag: string | undefined } {
  if (text.charAt(word.start) === '!') {
    return { plain: `${text.slice(0, word.start)}x${text.slice(word.start + 1)}`, tag: undefined };
  }
  const [written = '', name] = /!([A-Za-z:]+)[ \t]+["']?$/.exec(textBefore(text, word)) ?? [];
  if (name === undefined) return { plain: text, tag: undefined };
  const start = word.start - written.length;
  const blank = written.replace(/[^"']/g, ' ');
  const tag = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  return { plain: `${text.slice(0, start)}${blank}${text.slice(word.start)}`, tag };
}

const nameSign = /[A-Za-z0-9:.]/;

/** Inside `${}` of a line; a brace or a quote that is missing behind it is added. */
function inSubstitution(text: string, offset: number): readonly ProbedTemplate[] {
  const line = textBefore(text, { start: offset, end: offset });
  if (!/\$\{\s*[A-Za-z0-9:.]*$/.test(line) || /(^|\s)#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return [];
  let [start, end] = [offset, offset];
  while (nameSign.test(text.charAt(start - 1))) start -= 1;
  while (nameSign.test(text.charAt(end))) end += 1;
  const [behind = ''] = /^[^\r\n]*/.exec(text.slice(end)) ?? [];
  const closed = /^\s*\}/.test(behind) ? `${probe}${behind}` : `${probe}}${behind}`;
  const quote = /["'](?=[^"']*$)/.exec(line)?.[0] ?? '';
  const kinds = quote === '' ? [closed] : [closed, `${closed}${quote}`];
  return kinds.map((written) => ({
    text: text.slice(0, start) + written + text.slice(end + behind.length),
    word: { start, end },
    tag: undefined,
    isSubstitution: true,
    hasDash: false,
    hasComma: false,
    hasColon: false,
  }));
}
