import { known, type Value } from '../../design/node.ts';

/** Longest identifier of clusters, instances, global databases and custom endpoints. */
const longest = 63;

/** What RDS refuses about an identifier, as the end of a sentence that begins with it; undefined when it is sound. */
export function identifierFault(identifier: string): string | undefined {
  const strange = /[^A-Za-z0-9-]/.exec(identifier)?.[0];
  if (identifier === '') return 'is empty';
  if (identifier.length > longest) return `has ${identifier.length} characters`;
  if (strange !== undefined) return `has the character ${JSON.stringify(strange)}`;
  if (!/^[A-Za-z]/.test(identifier)) return 'does not begin with a letter';
  if (identifier.endsWith('-')) return 'ends with a hyphen';
  if (identifier.includes('--')) return 'has two hyphens in a row';
  return undefined;
}

/** An identifier that RDS refuses, with the reason as `identifierFault` gives it; undefined for one that is sound or unknown. */
export function refusedIdentifier(
  node: Value<string>,
): { readonly identifier: string; readonly fault: string } | undefined {
  const identifier = known(node);
  const fault = identifier === undefined ? undefined : identifierFault(identifier);
  return identifier === undefined || fault === undefined ? undefined : { identifier, fault };
}

/** An identifier as AWS stores and compares it. */
export function storedIdentifier(identifier: string): string {
  return identifier.toLowerCase();
}

/** The rule that `identifierFault` judges by, as a sentence. */
export const identifierRule =
  'An identifier has 1 to 63 letters, digits and hyphens, begins with a letter, does not end with a hyphen and has no two hyphens in a row.';

/** The nearest sound identifier that is none of `taken`, or undefined when nothing of it can be kept. */
export function soundIdentifier(identifier: string, taken: readonly string[] = []): string | undefined {
  const sound = identifier
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, longest)
    .replace(/-$/, '');
  if (sound === '') return undefined;
  return taken.includes(sound) ? freeIdentifier(sound, taken) : sound;
}

/** An identifier like `identifier` that is not taken yet: `orders-2`, `orders-3`; `orders-a` goes on to `orders-b`. */
export function freeIdentifier(identifier: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((other) => other.toLowerCase()));
  const letter = /^(.*-)([a-y])$/i.exec(identifier);
  const next = letter && `${letter[1]}${String.fromCharCode((letter[2] ?? '').charCodeAt(0) + 1)}`;
  if (next && !used.has(next.toLowerCase())) return next;
  const [, stem = '', counter = '1'] = /^(.*?)(?:-(\d{1,4}))?$/.exec(identifier) ?? [];
  let number = Number(counter) + 1;
  const numbered = () => `${stem.slice(0, longest - `-${number}`.length).replace(/-$/, '')}-${number}`;
  while (used.has(numbered().toLowerCase())) number += 1;
  return numbered();
}
