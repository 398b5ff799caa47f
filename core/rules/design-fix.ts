import type { EditValue } from '../design/edit.ts';
import type { Path } from '../design/path.ts';
import type { DesignFix } from './rule.ts';

/** The fix that writes a value: a number, a word or a truth value, so that its title can say it. */
export function setValue(path: Path, value: string | number | boolean): DesignFix {
  const key = path.at(-1);
  const title = typeof key === 'number' ? `Replace by ${value}` : `Set ${key} to ${value}`;
  return { title, edits: [{ kind: 'set', path, value }] };
}

/** The fix that puts a word in the place of its misspelling; safe where nothing else can be meant. */
export function correct(path: Path, word: string, isSafe: boolean): DesignFix {
  return { ...setValue(path, word), isSafe };
}

/** The fix that writes a group of values under a key. */
export function setGroup(path: Path, value: { readonly [key: string]: EditValue }): DesignFix {
  const content = Object.entries(value).map(([key, part]) => `${key} ${part}`);
  return { title: `Set ${path.at(-1)}: ${content.join(', ')}`, edits: [{ kind: 'set', path, value }] };
}

/** The fix that takes a key or an item of a list away. */
export function remove(path: Path): DesignFix {
  const key = path.at(-1);
  return {
    title: typeof key === 'number' ? 'Remove it from the list' : `Remove ${key}`,
    edits: [{ kind: 'remove', path }],
  };
}

/** A fix of what CloudFormation cannot change in place: in templates it is one for clusters that do not exist yet. */
export function forNewClusters(fix: DesignFix): DesignFix {
  return { ...fix, forNewClusters: true };
}
