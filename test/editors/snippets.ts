import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');

/** The code blocks of docs/editors.md in a language, as people copy them. */
export function snippets(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, code = '']) => (of === language ? code : []));
}

/** The one code block in a language that has some text. */
export function snippet(language: string, text: string): string {
  const [found, ...others] = snippets(language).filter((code) => code.includes(text));
  if (found === undefined || others.length > 0)
    throw new Error(`docs/editors.md has no single ${language} with ${text}`);
  return found;
}
