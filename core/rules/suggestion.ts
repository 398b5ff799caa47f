import type { Path } from '../design/path.ts';
import { isSlipFor, nearestName } from '../text/nearest-name.ts';
import { correct, setValue } from './design-fix.ts';
import type { DesignFix } from './rule.ts';

/** What to do about a word or a name that does not exist: a sentence, and the fix where something is near. */
export interface Suggestion {
  readonly advice: string;
  readonly fixes: readonly DesignFix[];
}

/** For a word of AWS's: safe to be written where it can only be a slip. `otherwise` is said when no word is near. */
export function suggestWord(path: Path, word: string, words: readonly string[], otherwise: string): Suggestion {
  const meant = nearestName(word, words);
  if (meant === undefined) return { advice: otherwise, fixes: [] };
  return { advice: didYouMean(meant), fixes: [correct(path, meant, isSlipFor(meant, word, words))] };
}

/** For a name that people chose: one that is near may be another thing, so that writing it is never safe. */
export function suggestName(path: Path, name: string, names: readonly string[], otherwise: string): Suggestion {
  const meant = nearestName(name, names);
  if (meant === undefined) return { advice: otherwise, fixes: [] };
  return { advice: didYouMean(meant), fixes: [setValue(path, meant)] };
}

/** The same for the name of a key. */
export function suggestKey(path: Path, key: string, keys: readonly string[], otherwise: string): Suggestion {
  const meant = nearestName(key, keys);
  if (meant === undefined) return { advice: otherwise, fixes: [] };
  return {
    advice: didYouMean(meant),
    fixes: [{ title: `Rename it to ${meant}`, edits: [{ kind: 'rename', path, key: meant }] }],
  };
}

function didYouMean(meant: string): string {
  return `Did you mean ${meant}?`;
}
