/**
 * A name that goes on where others end: `orders-3` after `orders-2`, `InstanceC` after `InstanceB`, a reader after a
 * writer, otherwise with a number behind it. `taken` are names in small letters; `gap` stands before a number that is new.
 */
export function nextName(names: readonly string[], taken: ReadonlySet<string>, gap: '-' | ''): string | undefined {
  const last = names.at(-1);
  if (last === undefined) return undefined;
  const isFree = (name: string) => !taken.has(name.toLowerCase());
  const [, stem, letter] = /^(.*(?:-|[a-z](?=[A-Z])))([A-Za-z])$/.exec(last) ?? [];
  if (stem !== undefined && letter !== undefined) {
    const name = lettersAfter(letter)
      .map((next) => stem + next)
      .find(isFree);
    if (name !== undefined) return name;
  }
  const reader = last.replace('writer', 'reader').replace('Writer', 'Reader');
  if (isFree(reader)) return reader;
  const [, before = reader, digits] = /^(.*?)(\d{1,4})$/.exec(reader) ?? [];
  const numbered = (number: number) => `${before}${digits === undefined ? gap : ''}${padded(number, digits)}`;
  let number = Number(digits ?? 1) + 1;
  while (!isFree(numbered(number))) number += 1;
  return numbered(number);
}

/** The letters of the alphabet behind one, as large or small as it is. */
function lettersAfter(letter: string): readonly string[] {
  const alphabet = letter < 'a' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : 'abcdefghijklmnopqrstuvwxyz';
  return [...alphabet.slice(alphabet.indexOf(letter) + 1)];
}

function padded(number: number, like = ''): string {
  return String(number).padStart(like.length, '0');
}
